using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Schema;
using DynamoGen.Tests.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.KeyTypes;

[Table("matches", SortKey = null)]
[GlobalIndex("by-round", PartitionKeys = ["Tournament", "Region"], SortKeys = ["Round", "Bracket"], SortKeyTypes = [KeyAttributeType.Number, KeyAttributeType.String])]
public sealed partial class Matches;

[Entity<Matches>]
[Key("MATCH#{Id}")]
[MultiAttributeKey("by-round")]
public sealed partial record Match(int Id, string Tournament, string Region, int Round, string? Bracket);

[Repository<Match>]
public partial interface IMatches
{
    ValueTask Put(Match match);

    [Index("by-round")]
    ValueTask<IReadOnlyList<Match>> OfRound(string tournament, string region, int round, string? from = null);
}

/// <summary>What is sent for keys of several attributes. DynamoDB Local 1.11.478 is older than they are, so that a canned server takes it.</summary>
public sealed class MultiAttributeKeyTests
{
    [Fact]
    public void The_index_is_defined_by_all_of_its_key_attributes_in_order()
    {
        var request = TableDefinition.CreateTable(Schema<Matches>(), "matches");
        var index = Assert.Single(request.GlobalSecondaryIndexes);

        Assert.Equal(
            [("Tournament", KeyType.HASH), ("Region", KeyType.HASH), ("Round", KeyType.RANGE), ("Bracket", KeyType.RANGE)],
            index.KeySchema.Select(key => (key.AttributeName, key.KeyType)));
        Assert.Equal(
            [("Bracket", "S"), ("pk", "S"), ("Region", "S"), ("Round", "N"), ("Tournament", "S")],
            request.AttributeDefinitions.Select(attribute => (attribute.AttributeName, attribute.AttributeType.Value)).OrderBy(attribute => attribute.AttributeName, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_query_compares_each_attribute_and_nothing_is_written_beside_them()
    {
        await using var server = new CannedServer(CannedResponse.Ok("{}"), CannedResponse.Ok("""{"Items":[{"Id":{"N":"1"},"Tournament":{"S":"t"},"Region":{"S":"eu"},"Round":{"N":"2"}}],"Count":1}"""));
        await using var services = new ServiceCollection().AddDynamoGen(options => Connect(options, server)).AddRepository<IMatches>().Services.BuildServiceProvider();
        var matches = services.GetRequiredService<IMatches>();

        await matches.Put(new Match(1, "t", "eu", 2, "A"));
        var found = await matches.OfRound("t", "eu", 2, from: "A");

        Assert.Equal(new Match(1, "t", "eu", 2, null), Assert.Single(found));
        using var put = JsonDocument.Parse(server.Requests[0].Body);
        Assert.Equal(["Bracket", "Id", "Region", "Round", "Tournament", "_t", "_v", "pk"], put.RootElement.GetProperty("Item").EnumerateObject().Select(attribute => attribute.Name).Order(StringComparer.Ordinal));
        var query = Encoding.UTF8.GetString(server.Requests[1].Body);
        Assert.Contains("\"IndexName\":\"by-round\"", query, StringComparison.Ordinal);
        Assert.Contains("\"#pk0 = :pk0 AND #pk1 = :pk1 AND #sk0 = :sk0 AND #sk1 BETWEEN :from AND :to\"", query, StringComparison.Ordinal);
        Assert.Contains("""{"#pk0":"Tournament","#pk1":"Region","#sk0":"Round","#sk1":"Bracket"}""", query, StringComparison.Ordinal);
        Assert.Contains(""":pk0":{"S":"t"},":pk1":{"S":"eu"},":sk0":{"N":"2"},":from":{"S":"A"},""", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_whose_index_has_fewer_key_attributes_is_another()
    {
        await using var server = new CannedServer(CannedResponse.Ok("""
            {"Table":{"TableName":"matches","TableStatus":"ACTIVE","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
            "GlobalSecondaryIndexes":[{"IndexName":"by-round","IndexStatus":"ACTIVE","Projection":{"ProjectionType":"ALL"},
            "KeySchema":[{"AttributeName":"Tournament","KeyType":"HASH"},{"AttributeName":"Round","KeyType":"RANGE"}]}]}}
            """));
        await using var services = new ServiceCollection().AddDynamoGen(options => Connect(options, server)).Services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<TableMismatchException>(() => services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<Matches>());

        Assert.Contains("'by-round' has other key attributes than 'Tournament', 'Region', 'Round', 'Bracket'", exception.Message, StringComparison.Ordinal);
    }

    private static void Connect(DynamoGenOptions options, CannedServer server)
    {
        options.ServiceUrl = server.Url;
        options.Credentials = _ => new BasicAWSCredentials("access", "secret");
    }

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
