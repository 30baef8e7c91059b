using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.KeyTypes;

public sealed class KeyTypeTests(LocalServer server) : IAsyncLifetime
{
    private static readonly MeterId One = new(1);

    private ServiceProvider? _services;
    private ServiceProvider? _others;

    private IReadings Readings => _services!.GetRequiredService<IReadings>();

    private ICounters Counters => _others!.GetRequiredService<ICounters>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<Meters>(builder => builder.AddRepository<IReadings>());
        _others = await server.CreateAsync<Counters>(builder => builder.AddRepository<ICounters>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _others!.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_stored_in_their_own_types_and_once()
    {
        await Readings.Put(New(7) with { Hash = [1, 2], Site = "s", Value = 1.50m });
        var client = _services!.GetRequiredService<IAmazonDynamoDB>();
        var key = new Dictionary<string, AttributeValue> { ["MeterId"] = new() { N = "1" }, ["At"] = new() { N = "7" } };

        var item = (await client.GetItemAsync(TableName, key, TestContext.Current.CancellationToken)).Item;

        Assert.Equal(["At", "Hash", "Kind", "MeterId", "Part", "Site", "Value", "_t", "_v", "gsi2sk", "gsi3pk", "gsi3sk"],
            item.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("1", "7", "1.5", "1.5"), (item["MeterId"].N, item["At"].N, item["Value"].N, item["gsi3sk"].N));
        Assert.Equal([1, 2], item["Hash"].B.ToArray());
    }

    [Fact]
    public async Task Items_are_read_by_numbers_that_sort_by_value()
    {
        long[] times = [-100, -9, 0, 5, 10, 1000, long.MaxValue];
        await Readings.PutMany(times.Select(New));

        Assert.Equal(5, (await Readings.Get(One, 5))!.At);
        Assert.Null(await Readings.Get(One, 6));
        Assert.Equal(times, await Times(Readings.Of(One)));
        Assert.Equal([-9, 0, 5, 10], await Times(Readings.Of(One, from: -9, to: 10)));
        Assert.Equal([1000, long.MaxValue], await Times(Readings.Of(One, from: 11)));
        Assert.Equal([-100], await Times(Readings.Of(One, to: -10)));
        Assert.Empty(await Times(Readings.Of(new MeterId(2))));
    }

    [Fact]
    public async Task Pages_go_on_by_numbers()
    {
        await Readings.PutMany(Enumerable.Range(-10, 25).Select(i => New(i)));
        var times = new List<long>();
        string? cursor = null;
        do
        {
            var page = await Readings.Latest(One, 7, cursor);
            times.AddRange(page.Items.Select(reading => reading.At));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(-10, 25).Reverse().Select(i => (long)i), times);
    }

    [Fact]
    public async Task Decimals_in_an_index_sort_by_value_and_leave_out_what_has_none()
    {
        decimal?[] values = [-1.5m, null, 2.25m, 10m, 9.99m, 1000000m];
        await Readings.PutMany(values.Select((value, i) => New(i) with { Site = "s", Value = value }));

        Assert.Equal([-1.5m, 2.25m, 9.99m, 10m, 1000000m], (await Readings.AtSite("s")).Select(reading => reading.Value!.Value));
        Assert.Equal([2.25m, 9.99m], (await Readings.AtSite("s", from: 2.25m, to: 9.99m)).Select(reading => reading.Value!.Value));
        Assert.Equal([0L, 2, 4, 3, 5], (await Readings.KeysAtSite("s").ToListAsync(TestContext.Current.CancellationToken)).Select(key => key.At));
        Assert.Equal([9.99m, 10m, 1000000m], await Values(Readings.ByValue(One, 9.99m)));
    }

    [Fact]
    public async Task Bytes_sort_as_unsigned_bytes()
    {
        byte[][] parts = [[0], [0, 1], [1], [127], [128], [255], [255, 255]];
        await Readings.PutMany(parts.Select((part, i) => New(i) with { Hash = [7], Part = part }));

        Assert.Equal([0L, 1, 2, 3, 4, 5, 6], await Times(Readings.WithHash([7])));
        Assert.Equal([4L, 5, 6], await Times(Readings.WithHash([7], from: new byte[] { 128 })));
        Assert.Equal([0L, 1, 2], await Times(Readings.WithHash([7], to: new byte[] { 1 })));
        Assert.Empty(await Times(Readings.WithHash([8])));
    }

    [Fact]
    public async Task Shards_are_merged_by_number()
    {
        decimal[] values = [.. Enumerable.Range(-20, 45).Select(i => i * 7.5m)];
        await Readings.PutMany(values.Select((value, i) => New(i) with { Value = value }).Reverse());
        var paged = new List<decimal>();
        string? cursor = null;
        do
        {
            var page = await Readings.PageOfKind("water", 8, cursor);
            paged.AddRange(page.Items.Select(reading => reading.Value!.Value));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(values, await Values(Readings.OfKind("water")));
        Assert.Equal(values.Where(value => value >= 100), await Values(Readings.OfKind("water", from: 100)));
        Assert.Equal(values, paged);
    }

    [Fact]
    public async Task An_update_renews_a_numeric_index_key()
    {
        await Readings.Put(New(1) with { Site = "s", Value = 1 });

        var updated = await Readings.UpdateValue(One, 1, 8.125m, "water");
        await Readings.UpdateSite(One, 1);

        Assert.Equal(8.125m, updated.Value);
        Assert.Equal([8.125m], await Values(Readings.OfKind("water", from: 8)));
        Assert.Empty(await Readings.AtSite("s"));
    }

    [Fact]
    public async Task Writes_and_batches_go_by_numbers()
    {
        Assert.True(await Readings.Create(New(1)));
        Assert.False(await Readings.Create(New(1)));
        await Readings.PutMany(Enumerable.Range(0, 60).Select(i => New(i)));
        var keys = Enumerable.Range(0, 60).Select(i => new Reading.PrimaryKey(One, i)).ToArray();

        Assert.Equal(Enumerable.Range(0, 60).Select(i => (long)i), (await Times(Readings.GetMany(keys))).Order());
        await Readings.Delete(One, 0);
        await Readings.DeleteMany(keys[10..]);
        Assert.Equal(Enumerable.Range(1, 9).Select(i => (long)i), await Times(Readings.Of(One)));
    }

    [Fact]
    public async Task A_number_is_the_same_key_however_it_is_written()
    {
        await Counters.Put(new Counter(1.50m, 3));
        await Counters.Put(new Counter(-200m, 4));

        Assert.Equal(5, (await Counters.Update(1.5m, 2)).Count);
        Assert.Equal(1.5m, (await Counters.Get(1.500m))!.Id);
        Assert.Equal([4, 5], (await Counters.GetMany([new(1.50m), new(1.5m), new(-200.0m)]).ToListAsync(TestContext.Current.CancellationToken))
            .Select(counter => counter.Count)
            .Order());
    }

    private string TableName => _services!.GetRequiredService<DynamoGenOptions>().TableName(Schema<Meters>());

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;

    private static Reading New(long at) => new() { MeterId = One, At = at };

    private static async Task<List<long>> Times(IAsyncEnumerable<Reading> readings) =>
        await readings.Select(reading => reading.At).ToListAsync(TestContext.Current.CancellationToken);

    private static async Task<List<decimal>> Values(IAsyncEnumerable<Reading> readings) =>
        await readings.Select(reading => reading.Value!.Value).ToListAsync(TestContext.Current.CancellationToken);
}
