using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Absence;

/// <summary>A test with a table of profiles of its own on the real server.</summary>
public abstract class ProfileTest(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private protected IProfiles Repository => _services!.GetRequiredService<IProfiles>();

    private protected ITransactions Transactions => _services!.GetRequiredService<ITransactions>();

    /// <summary>A profile whose attributes have their defaults, which are left out, and one that has all of them.</summary>
    private protected static Profile Empty { get; } = new("p", 0) { Work = new Home("Oslo") };

    private protected static Profile Full { get; } = new("p", 1)
    {
        Flag = true,
        Count = 3,
        Text = "text",
        Mood = Mood.Wild,
        Score = new Score(9),
        At = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Numbers = [1, 2],
        Levels = [1, 2],
        Tags = ["a", "b"],
        Marks = [5],
        Note = "note",
        Price = 2,
        Home = new Home("Bergen", 4),
        Work = new Home("Oslo", 2) { Steps = 6 },
    };

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<Profiles>(builder => builder.AddRepository<IProfiles>());
        await Repository.Put(Empty);
        await Repository.Put(Full);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private protected static async Task<int[]> Numbers(IAsyncEnumerable<Profile> profiles) => await profiles.Select(profile => profile.Nr).ToArrayAsync();
}
