using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.KeyForms;

/// <summary>Items whose keys another program wrote in its own forms are read, found, changed and written again.</summary>
public sealed class StoredKeyTests(LocalServer server) : IAsyncLifetime
{
    private static readonly Tool Saw = new("Ann", new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), -7, Condition.Worn)
    {
        City = "Bad Aibling",
        Name = "Saw 3",
        Weight = 1.50m,
        Bought = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        Lent = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123).UtcDateTime,
    };

    private ServiceProvider? _services;

    private ITools Tools => _services!.GetRequiredService<ITools>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<Depot>(builder => builder.AddRepository<ITools>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Keys_are_written_as_the_other_program_writes_them()
    {
        await Tools.Put(Saw);

        var item = await ItemAsync();
        Assert.Equal("$depot#owner_ann#id_0f8fad5bd9cb469fa16570867728950e", item["pk"].S);
        Assert.Equal("$tool_1#serial_-7|worn", item["sk"].S);
        Assert.Equal("Bad Aibling||1.5|FALSE", item["gsi1pk"].S);
        Assert.Equal("1700000000_Saw 3", item["gsi1sk"].S);
        Assert.Equal("CONDITION_12", item["gsi2pk"].S);
        Assert.Equal("1700000000123", item["gsi2sk"].N);
        Assert.Equal(Saw, await Tools.Get("ANN", Saw.Id, -7, Condition.Worn));
    }

    [Fact]
    public void They_are_read_back()
    {
        Assert.True(Tool.Keys.Primary.TryParsePartitionKey("$depot#owner_ann#id_0f8fad5bd9cb469fa16570867728950e", out var owner, out var id));
        Assert.Equal(("ann", Saw.Id), (owner, id));
        Assert.True(Tool.Keys.ByPlace.TryParsePartitionKey("Bad Aibling||1.5|FALSE", out var city, out var weight, out var isLent));
        Assert.Equal(("Bad Aibling", 1.5m, false), (city, weight, isLent));
        Assert.True(Tool.Keys.ByPlace.TryParseSortKey("1700000000_a_b", out var bought, out var name));
        Assert.Equal((Saw.Bought, "a_b"), (bought, name));
        Assert.False(Tool.Keys.Primary.TryParsePartitionKey("$depot#owner_Ann#id_0f8fad5bd9cb469fa16570867728950e", out _, out _));
        Assert.False(Tool.Keys.ByPlace.TryParsePartitionKey("Bad Aibling||1.50|FALSE", out _, out _, out _));
        Assert.False(Tool.Keys.Primary.TryParseSortKey("$tool_1#serial_07|worn", out _, out _));
    }

    [Fact]
    public async Task Ranges_go_by_times_whose_numbers_sort()
    {
        await Tools.Put(Saw);
        await Tools.Put(Saw with { Serial = 8, Bought = Saw.Bought.AddSeconds(1), Lent = Saw.Lent.AddMilliseconds(1) });

        Assert.Equal((long[])[8], await SerialsAsync(Tools.At("Bad Aibling", 1.5m, false, fromBought: Saw.Bought.AddMilliseconds(1))));
        Assert.Equal((long[])[-7, 8], await SerialsAsync(Tools.At("Bad Aibling", 1.5m, false, fromBought: Saw.Bought)));
        Assert.Equal((long[])[-7], await SerialsAsync(Tools.At("Bad Aibling", 1.5m, false, beforeBought: Saw.Bought.AddMilliseconds(1))));
        Assert.Empty(await SerialsAsync(Tools.At("Bad Aibling", 1.5m, false, beforeBought: Saw.Bought)));
        Assert.Equal((long[])[-7], await SerialsAsync(Tools.Named("Bad Aibling", 1.5m, false, Saw.Bought, "Sa")));
        Assert.Equal((long[])[8], await SerialsAsync(Tools.LentAfter(Condition.Worn, Saw.Lent)));
        Assert.Equal((long[])[-7, 8], await SerialsAsync(Tools.LentAfter(Condition.Worn, Saw.Lent.AddTicks(-1))));
    }

    [Fact]
    public async Task What_a_form_cannot_hold_is_refused_before_it_is_written()
    {
        await Tools.Put(Saw);

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await Tools.Put(Saw with { City = "a||b" }));
        Assert.Contains("'||'", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(async () => await Tools.Put(Saw with { City = "a|" }));
        await Assert.ThrowsAnyAsync<Exception>(async () => await Tools.Put(Saw with { Bought = DateTimeOffset.UnixEpoch }));
        await Assert.ThrowsAnyAsync<Exception>(async () => await Tools.Put(Saw with { Owner = "\u0130" }));
        Assert.Equal("Bad Aibling||1.5|FALSE", (await ItemAsync())["gsi1pk"].S);
    }

    private static async Task<long[]> SerialsAsync(IAsyncEnumerable<Tool> tools) => [.. (await tools.ToListAsync(Cancellation)).Select(tool => tool.Serial)];

    private async Task<Dictionary<string, AttributeValue>> ItemAsync()
    {
        var table = _services!.GetRequiredService<DynamoGenOptions>().TableName(Schema<Depot>());
        var items = await _services!.GetRequiredService<IAmazonDynamoDB>().ScanAsync(new ScanRequest(table) { ConsistentRead = true }, Cancellation);
        return Assert.Single(items.Items);
    }

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
