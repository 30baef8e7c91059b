using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Robustness;

/// <summary>Requests of the SDK in code that does not compile: while it is typed, most code does not.</summary>
public sealed class BrokenRequestTests
{
    private static async Task Survives(string source) => Assert.DoesNotContain(await Diagnosis.Of(source), diagnostic => diagnostic.Id == "AD0001");

    [Theory]
    [InlineData("Use(new QueryRequest { KeyConditionExpression = , FilterExpression = missing, ExpressionAttributeValues = { [] = 1, { }, { 1, 2, 3 } } });")]
    [InlineData(
        "Use(new QueryRequest(missing, \"b\") { ExpressionAttributeNames = new() { [1, 2] = \"a\", { \"b\" }, [\"c\"] }, FilterExpression = \"a = :a\" });")]
    [InlineData("var r = r; r.FilterExpression += ; r.ExpressionAttributeValues.Add(); client.QueryAsync(r);")]
    [InlineData("var a = new QueryRequest { ExpressionAttributeValues = b }; var b = a.ExpressionAttributeValues; client.QueryAsync(a).Items;")]
    [InlineData("var x = y; var y = x; Use(new TransactWriteItemsRequest { TransactItems = x });")]
    [InlineData(
        "Use(new QueryRequest { KeyConditionExpression = true ? \"a\" : null, FilterExpression = null!, Limit = , ConsistentRead = true, IndexName = 3 });")]
    [InlineData("Use(new UpdateItemRequest { UpdateExpression = \"SET \" + , Key = { [\"pk\"] = new() { BOOL = } } });")]
    [InlineData("Use(new GetItemRequest { Key = [new()], ProjectionExpression = \"((((\" }); client.GetItemAsync(key: )")]
    [InlineData("Use(new BatchWriteItemRequest { RequestItems = new() { [\"t\"] = [..] , [\"u\"] = new List<> { } } }); Use(new BatchGetItemRequest { RequestItems = [..missing] });")]
    [InlineData("foreach (var chunk in missing.Chunk()) Use(new BatchWriteItemRequest { RequestItems = new() { [\"t\"] = chunk.ToList() } });")]
    [InlineData("foreach (var chunk in new int[0].Chunk(size: )) Use(new TransactWriteItemsRequest { TransactItems = chunk.Select().ToList() });")]
    [InlineData("await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new() { Put = }] });")]
    [InlineData("var response = await client.QueryAsync(); if (response.LastEvaluatedKey.Count > ) { } Use(response is { Items: [..] });")]
    [InlineData("var (a, b) = client.ScanAsync(new ScanRequest()); Use((await client.GetItemAsync()).Item[]);")]
    [InlineData("client.PutItemAsync( ; client?.PutItemAsync(null)?. ; (client.PutItemAsync(null))")]
    [InlineData("Use(new CreateTableRequest { KeySchema = [new(), new(1, 2), null], GlobalSecondaryIndexes = { new() { KeySchema = , Projection = new() { NonKeyAttributes = [..] } } } });")]
    [InlineData("context.ScanAsync<Missing>([new ScanCondition(\"Id\", ScanOperator.Equal), new(), null]); context.ScanAsync<int>(new[] { new ScanCondition(null, , 1) });")]
    [InlineData("Use(new Expression { ExpressionStatement = $\"name = {\" }); Use(new Dictionary<,> { [\"ttl\"] = new AttributeValue { N = missing.ToUnixTimeMilliseconds() } });")]
    [InlineData("string text = text; text = \"a\"; ref var alias = ref text; Use(new ScanRequest { FilterExpression = text, ProjectionExpression = alias });")]
    [InlineData("Use(new TimeToLiveSpecification { AttributeName = \"ttl\" }); var n = $\"{n}\"; Use(new Dictionary<string, AttributeValue> { [\"ttl\"] = new AttributeValue { N = n } });")]
    [InlineData("var list = list.Select(x => x).ToList(); Use(new BatchWriteItemRequest { RequestItems = new() { [\"t\"] = list } });")]
    public Task Survives_broken_requests(string statements) =>
        Survives($"{SdkSource.Usings} partial class C {{ IAmazonDynamoDB client; IDynamoDBContext context; void Use(object o) {{ }} async Task M() {{ {statements} }} }}");

    [Theory]
    [InlineData("[DynamoDBTable] class A { [DynamoDBHashKey(1, 2, 3)] public List<> Id { get; set; } }")]
    [InlineData("[DynamoDBTable(null)] class A { [DynamoDBHashKey(AttributeName = 1)] public string Id { get; set; } }")]
    [InlineData("[DynamoDBTable(\"t\")] class A : B { [DynamoDBGlobalSecondaryIndexHashKey(null)] public string Id { get; } } class B : A { [DynamoDBLocalSecondaryIndexRangeKey()] public Missing[] Id; }")]
    [InlineData("[DynamoDBTable(\"t\", true, 1)] class A { [DynamoDBRangeKey(typeof(Missing))] public List<int> Id { get; set; } [DynamoDBGlobalSecondaryIndexHashKey(new string[] { null, })] int X { get; } }")]
    public Task Survives_broken_classes(string classes) =>
        Survives($"{SdkSource.Usings} {classes} class C {{ object M(IAmazonDynamoDB c) => c.ScanAsync(new ScanRequest(\"t\") {{ FilterExpression = \"Id = :id\", IndexName = \"i\", ConsistentRead = true }}); object N(IDynamoDBContext c) => c.ScanAsync<A>([new(\"Id\", ScanOperator.Equal, 1)]); }}");

    [Fact]
    public async Task Survives_a_request_that_is_cut_off_anywhere()
    {
        const string Source = "class C { async Task M(IAmazonDynamoDB client) { var q = new QueryRequest { KeyConditionExpression = \"pk = :pk\", FilterExpression = \"name = :n\", "
            + "ExpressionAttributeValues = new() { [\":pk\"] = new(\"\") } }; q.Limit = 1; var r = await client.QueryAsync(q); if (r.LastEvaluatedKey.Count > 0) client.BatchWriteItemAsync("
            + "new BatchWriteItemRequest { RequestItems = { [\"t\"] = [new() { DeleteRequest = new(new Dictionary<string, AttributeValue> { [\"pk\"] = new() { BOOL = true } }) }] } }); } }";
        for (var length = 0; length < Source.Length; length += 11)
        {
            await Survives(SdkSource.Usings + Source[..length]);
        }
    }
}
