using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class KeyValueTests
{
    private static Task Reports(string statements) => RuleTest<KeyValueAnalyzer>.Reports(SdkSource.Of($"void M(string id, bool flag) {{ {statements} }}"));

    [Theory]
    [InlineData("Use(new GetItemRequest { Key = new() { [\"pk\"] = {|DG1001:new AttributeValue { BOOL = true }|} } });")]
    [InlineData(
        "Use(new UpdateItemRequest { Key = new Dictionary<string, AttributeValue> { { \"pk\", new(id) }, { \"sk\", {|DG1001:new() { SS = [id] }|} } } });")]
    [InlineData(
        "var key = new Dictionary<string, AttributeValue>(); key[\"pk\"] = {|DG1001:new AttributeValue { M = new() }|}; Use(new Delete { Key = key });")]
    [InlineData("client.GetItemAsync(\"t\", new Dictionary<string, AttributeValue> { [\"pk\"] = {|DG1001:new(new List<string>())|} });")]
    [InlineData("Use(new DeleteRequest(new Dictionary<string, AttributeValue> { [\"pk\"] = {|DG1001:new() { NULL = true }|} }));")]
    [InlineData("Use(new KeysAndAttributes { Keys = [new() { [\"pk\"] = {|DG1001:new() { L = [] }|} }] });")]
    public Task Flags_types_that_no_key_has(string statements) => Reports(statements);

    [Theory]
    [InlineData("Use(new GetItemRequest { Key = new() { [\"pk\"] = {|DG1002:new AttributeValue(\"\")|} } });")]
    [InlineData("Use(new GetItemRequest { Key = new() { [\"pk\"] = {|DG1002:new AttributeValue { S = string.Empty }|} } });")]
    public Task Flags_empty_keys(string statements) => Reports(statements);

    [Theory]
    [InlineData("Use(new GetItemRequest { Key = new() { [\"pk\"] = new AttributeValue(id), [\"sk\"] = new() { N = \"1\" } } });")]
    [InlineData("Use(new PutItemRequest { Item = new() { [\"pk\"] = new AttributeValue(\"\"), [\"paid\"] = new() { BOOL = flag } } });")]
    [InlineData("Use(new GetItemRequest { Key = new() { [id] = new() { BOOL = flag } } });")]
    [InlineData(
        "Use(new Other { Key = new() { [\"pk\"] = new() { BOOL = flag } } }); } class Other { public Dictionary<string, AttributeValue>? Key { get; set; }")]
    [InlineData("var d = new Dictionary<string, string>(); foreach (var pair in d) Use(pair.Key);")]
    public Task Leaves_other_values_alone(string statements) => Reports(statements);

    [Fact]
    public Task Flags_collections_as_keys_of_mapped_classes() => RuleTest<MappedKeyAnalyzer>.Reports(SdkSource.Of("""
        class Order
        {
            [DynamoDBHashKey] public List<string> {|DG1001:Ids|} { get; set; } = [];
            [DynamoDBRangeKey("sk")] public int[] {|DG1001:Parts|} { get; set; } = [];
            [DynamoDBHashKey(typeof(Converter))] public List<string> Converted { get; set; } = [];
            [DynamoDBHashKey(Converter = typeof(Converter))] public HashSet<string> AlsoConverted { get; set; } = [];
            [DynamoDBHashKey] public string Text { get; set; } = "";
            [DynamoDBHashKey] public byte[] Bytes { get; set; } = [];
            [DynamoDBHashKey] public MemoryStream Stream { get; set; } = new();
            [DynamoDBHashKey] public Guid Id { get; set; }
            [DynamoDBProperty] public List<string> Tags { get; set; } = [];
        }
        class Converter : IPropertyConverter
        {
            public DynamoDBEntry ToEntry(object value) => "";
            public object FromEntry(DynamoDBEntry entry) => new List<string>();
        }
        """));
}
