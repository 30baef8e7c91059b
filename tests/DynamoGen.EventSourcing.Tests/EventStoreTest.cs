using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.EventSourcing.Tests;

/// <summary>A test with a table of its own, and stores on it.</summary>
public abstract class EventStoreTest(EventServer server) : IAsyncLifetime
{
    protected static readonly EventStoreOptions NoLag = new() { SafetyLag = TimeSpan.Zero };
    protected static readonly EventStoreOptions Unmarked = new() { MarkEventIds = false, SafetyLag = TimeSpan.Zero };

    private ServiceProvider? _services;

    protected IOrderEvents Events => Get<IOrderEvents>();

    protected IOrderMarks Marks => Get<IOrderMarks>();

    protected IOrderSnapshots Snapshots => Get<IOrderSnapshots>();

    protected IOrderViews Views => Get<IOrderViews>();

    protected ITransactions Transactions => Get<ITransactions>();

    internal FaultyTransport Transport => (FaultyTransport)Get<ITransport>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<Ledger>(builder =>
    {
        builder.AddRepository<IOrderEvents>().AddRepository<IOrderMarks>().AddRepository<IOrderSnapshots>().AddRepository<IOrderViews>();
        var inner = builder.Services.Last(static service => service.ServiceType == typeof(ITransport)).ImplementationFactory!;
        builder.Services.AddSingleton<ITransport>(provider => new FaultyTransport((ITransport)inner(provider)));
    });

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected static NewEvent<OrderEvent> New(OrderEvent content, params string[] tags) => new(Guid.NewGuid(), content) { Tags = tags };

    protected static NewEvent<OrderEvent> Paid(decimal amount, params string[] tags) => New(new OrderPaid(amount), tags);

    protected static NewEvent<OrderEvent>[] Many(int count) => [.. Enumerable.Range(1, count).Select(number => Paid(number))];

    protected TService Get<TService>()
        where TService : notnull => _services!.GetRequiredService<TService>();

    protected OrderEventStore Store(EventStoreOptions? options = null, TimeProvider? timeProvider = null) =>
        new(Events, Marks, Transactions, options ?? NoLag, timeProvider);

    protected EventReplay<StoredOrderEvent> Replay(EventStoreOptions? options = null, TimeProvider? timeProvider = null) =>
        new(Events, options ?? NoLag, timeProvider);

    internal ProjectionRunner<StoredOrderEvent, OrderMark> Runner(IProjection<StoredOrderEvent> projection) => new(projection, Events, Marks, Transactions);

    protected async Task<List<long>> VersionsAsync(string streamId) => await Events.Read(streamId).Select(static stored => stored.Version).ToListAsync();
}
