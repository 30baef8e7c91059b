using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.TableShards;

/// <summary>A test with a journal of its own on the real server, whose table spreads each day over 10 shards.</summary>
public abstract class JournalTest(LocalServer server) : IAsyncLifetime
{
    private protected static readonly DateOnly Day = new(2026, 6, 1);

    private ServiceProvider? _services;

    private protected IServiceProvider Services => _services!;

    private protected IEvents Events => Services.GetRequiredService<IEvents>();

    private protected INotes Notes => Services.GetRequiredService<INotes>();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _services = await server.CreateAsync<Journal>(builder => builder.AddRepository<IEvents>().AddRepository<INotes>());

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>Events of one day, in the order of their keys.</summary>
    private protected static Event[] NewEvents(int count, DateOnly day) =>
        [.. Enumerable.Range(0, count).Select(number => NewEvent(number, day))];

    private protected static Event NewEvent(int number, DateOnly day) =>
        new(day, new DateTimeOffset(day, default, TimeSpan.Zero).AddSeconds(number * 7), number % 50, $"a{number % 3}", number * 37 % 101);

    private protected async Task<Event[]> PutAsync(int count, DateOnly day)
    {
        var events = NewEvents(count, day);
        await Events.PutMany(events);
        return events;
    }

    /// <summary>The partition keys of all items, as they are stored.</summary>
    private protected async Task<string[]> PartitionKeysAsync()
    {
        var client = Services.GetRequiredService<IAmazonDynamoDB>();
        var table = Services.GetRequiredService<DynamoGenOptions>().TableName(Schema<Journal>());
        var items = await client.ScanAsync(new ScanRequest(table) { ConsistentRead = true }, Cancellation);
        return [.. items.Items.Select(item => item["pk"].S)];
    }

    private protected static async Task<List<Event>> WalkAsync(Func<string?, ValueTask<Page<Event>>> read)
    {
        var events = new List<Event>();
        string? cursor = null;
        do
        {
            var page = await read(cursor);
            events.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);

        return events;
    }

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
