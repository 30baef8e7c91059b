using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class RandomKeyTests
{
    private const string Random = "{|DG2009:new AttributeValue($\"D#{day}#{System.Random.Shared.Next(10)}\")|}";

    private static string Source(string statements) => SdkSource.Of($$"""
        async Task M(string day, int number)
            {
        {{statements}}
            }
        """);

    [Theory]
    [InlineData($"await client.GetItemAsync(new GetItemRequest {{ TableName = \"t\", Key = new() {{ [\"pk\"] = {Random} }} }});")]
    [InlineData($"await client.GetItemAsync(\"t\", new Dictionary<string, AttributeValue> {{ [\"pk\"] = {Random} }});")]
    [InlineData($"await client.DeleteItemAsync(\"t\", new Dictionary<string, AttributeValue> {{ {{ \"pk\", {Random} }} }});")]
    [InlineData(
        "var shard = new System.Random().Next(0, 4); await client.GetItemAsync(\"t\", "
        + "new Dictionary<string, AttributeValue> { [\"pk\"] = {|DG2009:new AttributeValue { S = day + \"#\" + shard }|} });")]
    [InlineData(
        "var key = new Dictionary<string, AttributeValue> { "
        + "[\"pk\"] = {|DG2009:new AttributeValue { S = day + System.Security.Cryptography.RandomNumberGenerator.GetInt32(4) }|} }; "
        + "await concreteClient.GetItemAsync(\"t\", key);")]
    public Task A_read_by_a_random_key_is_reported(string statements) => RuleTest<RandomKeyAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("await client.GetItemAsync(\"t\", new Dictionary<string, AttributeValue> { [\"pk\"] = new($\"{day}#{number % 10}\") });")]
    [InlineData(
        "await client.UpdateItemAsync(new UpdateItemRequest { TableName = \"t\", UpdateExpression = \"ADD n :one\", "
        + "Key = new() { [\"pk\"] = new($\"{day}#{System.Random.Shared.Next(10)}\") } });")]
    [InlineData(
        "await client.PutItemAsync(\"t\", new Dictionary<string, AttributeValue> { [\"pk\"] = new($\"{day}#{System.Random.Shared.Next(10)}\") });")]
    [InlineData(
        "var shard = 0; for (; shard < 10; shard++) { await client.GetItemAsync(\"t\", "
        + "new Dictionary<string, AttributeValue> { [\"pk\"] = new($\"{day}#{shard}\") }); }")]
    public Task Writes_and_calculated_keys_are_left_alone(string statements) => RuleTest<RandomKeyAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("{|DG2009:Shard|}", "DAY#{Day}#{Shard}", "Random.Shared.Next(10)", "ValueTask<Visit?> Get(int day, int shard, int visitId);")]
    [InlineData("Shard", "DAY#{Day}#{Shard}", "Random.Shared.Next(10)", "IAsyncEnumerable<Visit> Of(int day, int shard);")]
    [InlineData("Shard", "DAY#{Day}#{Shard}", "7", "ValueTask<Visit?> Get(int day, int shard, int visitId);")]
    [InlineData("Shard", "DAY#{Day}", "Random.Shared.Next(10)", "ValueTask<Visit?> Get(int day, int visitId);")]
    public Task An_entity_that_is_spread_by_chance_is_reported_where_single_items_are_read(string property, string key, string value, string pattern) =>
        RuleTest<RandomKeyAnalyzer>.Reports(DeclarationSource.WithTable($$"""
            [Entity<Shop>, Key("{{key}}", "VISIT#{VisitId}")]
            public sealed partial record Visit(int Day, int VisitId)
            {
                public int {{property}} { get; init; } = {{value}};
            }

            [Repository<Visit>]
            public partial interface IVisits
            {
                {{pattern}}
            }
            """));
}
