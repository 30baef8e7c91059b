using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.KeyTypes;

public sealed class MultiAttributeKeyTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private IMatches Repository => _services!.GetRequiredService<IMatches>();

    private IAmazonDynamoDB Client => _services!.GetRequiredService<IAmazonDynamoDB>();

    private string TableName => _services!.GetRequiredService<DynamoGenOptions>().TableName(Schema<Matches>());

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<Matches>(builder => builder.AddRepository<IMatches>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task The_index_is_defined_by_all_of_its_key_attributes_in_order()
    {
        var table = (await Client.DescribeTableAsync(TableName, TestContext.Current.CancellationToken)).Table;

        Assert.Equal(
            [("Tournament", KeyType.HASH), ("Region", KeyType.HASH), ("Round", KeyType.RANGE), ("Bracket", KeyType.RANGE)],
            Assert.Single(table.GlobalSecondaryIndexes).KeySchema.Select(key => (key.AttributeName, key.KeyType)));
        Assert.Equal(
            [("Bracket", "S"), ("Region", "S"), ("Round", "N"), ("Tournament", "S"), ("pk", "S")],
            table.AttributeDefinitions.Select(attribute => (attribute.AttributeName, attribute.AttributeType.Value))
                .OrderBy(attribute => attribute.AttributeName, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_query_compares_each_attribute_from_the_left_and_sorts_by_them()
    {
        Match[] matches =
        [
            new(1, "t", "eu", 2, "A"), new(2, "t", "eu", 2, "B"), new(3, "t", "eu", 10, "A"), new(4, "t", "eu", 11, "A"), new(5, "t", "us", 2, "A"),
            new(6, "u", "eu", 2, "A"),
        ];
        foreach (var match in matches.Reverse())
        {
            await Repository.Put(match);
        }

        Assert.Equal(matches[..4], await Repository.OfTournament("t", "eu"));
        Assert.Equal(matches[2..3], await Repository.OfTournament("t", "eu", from: 3, to: 10));
        Assert.Equal(matches[..2], await Repository.OfRound("t", "eu", 2));
        Assert.Equal(matches[1..2], await Repository.OfRound("t", "eu", 2, from: "AA"));
        Assert.Empty(await Repository.OfTournament("u", "us"));
    }

    [Fact]
    public async Task Pages_go_on_by_all_attributes()
    {
        Match[] matches =
        [
            .. from round in Enumerable.Range(1, 3)
            from bracket in (string[])["A", "B"]
            select new Match((10 * round) + bracket[0], "t", "eu", round, bracket),
        ];
        foreach (var match in matches)
        {
            await Repository.Put(match);
        }

        var found = new List<Match>();
        string? cursor = null;
        do
        {
            var page = await Repository.Page("t", "eu", 1, cursor);
            found.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null && found.Count <= matches.Length);

        Assert.Equal(matches, found);
    }

    [Fact]
    public async Task Nothing_is_written_beside_the_attributes_and_without_one_the_item_is_not_in_the_index()
    {
        await Repository.Put(new Match(1, "t", "eu", 2, "A"));
        await Repository.Put(new Match(2, "t", "eu", 2, null));

        Assert.Equal(1, Assert.Single(await Repository.OfTournament("t", "eu")).Id);
        var item =
            (await Client.GetItemAsync(TableName, new() { ["pk"] = new(Match.Keys.Primary.PartitionKey(1)) }, TestContext.Current.CancellationToken)).Item;
        Assert.Equal(["Bracket", "Id", "Region", "Round", "Tournament", "_t", "_v", "pk"], item.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_table_whose_index_has_fewer_key_attributes_is_another()
    {
        await using var others = await server.CreateAsync<Meters>(static _ => { });
        var options = others.GetRequiredService<DynamoGenOptions>();
        var request = TableDefinition.CreateTable(Schema<Matches>(), options.TableName(Schema<Matches>()));
        var index = Assert.Single(request.GlobalSecondaryIndexes);
        index.KeySchema = [index.KeySchema[0], index.KeySchema[2]];
        request.AttributeDefinitions.RemoveAll(attribute => attribute.AttributeName is "Region" or "Bracket");
        await others.GetRequiredService<IAmazonDynamoDB>().CreateTableAsync(request, TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<TableMismatchException>(
            () => others.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<Matches>(TestContext.Current.CancellationToken));

        Assert.Contains("'by-round' has other key attributes than 'Tournament', 'Region', 'Round', 'Bracket'", exception.Message, StringComparison.Ordinal);
    }

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
