using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Patterns;

/// <summary>A test with a helpdesk of its own on the real server.</summary>
public abstract class PatternTest(LocalServer server) : IAsyncLifetime
{
    private protected static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private ServiceProvider? _services;

    private protected Clock Time { get; } = new(Now);

    private protected ITickets Tickets => Get<ITickets>();

    private protected IScreens Screens => Get<IScreens>();

    private protected IVisits Visits => Get<IVisits>();

    private protected IRateLimits Limits => Get<IRateLimits>();

    private protected ITransactions Transactions => Get<ITransactions>();

    public virtual async ValueTask InitializeAsync() => _services = await server.CreateAsync<Helpdesk>(builder =>
    {
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.AddRepository<ITickets>().AddRepository<IScreens>().AddRepository<IVisits>().AddRepository<IRateLimits>();
        builder.AddRepository<IShipments>().AddRepository<IBills>().AddRepository<IListings>().AddRepository<IFirstListings>();
        builder.AddRepository<IScores>().AddRepository<IFirstScores>().AddRepository<IPasses>().AddRepository<IBadges>().AddRepository<ITallies>();
        builder.AddRepository<ICrates>().AddRepository<ICrateCalls>();
    });

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private protected T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>The time as a test sets it.</summary>
    internal sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
