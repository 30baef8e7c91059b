using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.KeyTypes;

/// <summary>An index key of type Number follows a number to which an update adds.</summary>
public sealed class NumberKeyTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private IScores Scores => _services!.GetRequiredService<IScores>();

    private IRanks Ranks => _services!.GetRequiredService<IRanks>();

    public async ValueTask InitializeAsync() =>
        _services = await server.CreateAsync<Scores>(builder => builder.AddRepository<IScores>().AddRepository<IRanks>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task The_index_is_in_the_order_of_the_sums()
    {
        await Scores.Put(new Score("ann", "go", 90));
        await Scores.Put(new Score("ben", "go", 100));

        Assert.Equal(105, (await Scores.UpdatePoints("ann", 15)).Points);
        Assert.Equal(98, (await Scores.UpdatePointsDown("ben", 2)).Points);

        Assert.Equal([new Score("ann", "go", 105), new Score("ben", "go", 98)], await Scores.Best("go"));
        Assert.Equal([new Score("ann", "go", 105)], await Scores.Best("go", from: 99));
        Assert.Equal(-95, (await Scores.UpdatePoints("ann", -200)).Points);
        Assert.Equal(["ben", "ann"], (await Scores.Best("go")).Select(score => score.Player));
        await AssertKeysAreThePointsAsync(expected: 2);
    }

    [Fact]
    public async Task An_update_that_makes_its_item_gives_it_the_key()
    {
        Assert.Equal(new Score("ann", "go", 5), await Scores.UpsertPoints("ann", "go", 5));
        Assert.Equal(new Score("ann", "go", 12), await Scores.UpsertPoints("ann", "go", 7));

        Assert.Equal([new Score("ann", "go", 12)], await Scores.Best("go", from: 12));
        await AssertKeysAreThePointsAsync(expected: 1);
    }

    [Fact]
    public async Task Of_concurrent_writers_each_sum_is_in_the_key()
    {
        await Scores.Put(new Score("ann", "go", 0));

        await Task.WhenAll(Enumerable.Range(1, 30).Select(by => Scores.UpdatePoints("ann", by).AsTask()));
        await _services!.GetRequiredService<ITransactions>().WriteAsync([Scores.UpdatePointsAction("ann", 35)]);

        Assert.Equal([new Score("ann", "go", 500)], await Scores.Best("go", from: 500));
        await AssertKeysAreThePointsAsync(expected: 1);
    }

    [Fact]
    public async Task A_key_of_text_is_renewed_by_the_value_that_was_read()
    {
        await Ranks.Put(new Rank("ann", 9));
        await Ranks.Put(new Rank("ben", 10));

        Assert.False(await Ranks.UpdatePoints("ann", points: 14, read: 8));
        Assert.True(await Ranks.UpdatePoints("ann", points: 14, read: 9));

        Assert.Equal([new Rank("ann", 14), new Rank("ben", 10)], await Ranks.All());
    }

    private async Task AssertKeysAreThePointsAsync(int expected)
    {
        var name = _services!.GetRequiredService<DynamoGenOptions>().TableName(Schema<Scores>());
        var items = (await _services!.GetRequiredService<IAmazonDynamoDB>()
            .ScanAsync(new ScanRequest(name) { ConsistentRead = true }, TestContext.Current.CancellationToken)).Items;

        Assert.Equal(expected, items.Count);
        Assert.All(items, item => Assert.Equal(item["Points"].N, item["gsi1sk"].N));
    }

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
