using DynamoGen.Testing;
using HelpDesk.Tour;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

[assembly: AssemblyFixture(typeof(HelpDesk.Tests.FilledDesk))]

namespace HelpDesk.Tests;

/// <summary>A help desk that is filled and only read, and as many others as tests write to.</summary>
public sealed class FilledDesk : IAsyncLifetime
{
    private LocalTables? _tables;

    public T Get<T>()
        where T : notnull => _tables!.Get<T>();

    public async ValueTask InitializeAsync() => _tables = await CreateAsync();

    public ValueTask DisposeAsync() => _tables?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A help desk of its own, whose clock stands still in the evening of the day.</summary>
    public static async Task<LocalTables> CreateAsync()
    {
        var clock = new FakeTimeProvider(SampleData.Start.AddHours(12));
        var tables = await LocalTables.StartAsync(services => services.AddSingleton(clock).AddSingleton<TimeProvider>(clock).AddHelpDesk());
        await tables.Get<SampleData>().FillAsync();
        return tables;
    }
}
