using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class IndexedEqualityTests
{
    private const string Customer = """
        [DynamoDBTable("customers")] public class Customer
        {
            [DynamoDBHashKey("id")] public string Id { get; set; } = "";
            [DynamoDBGlobalSecondaryIndexHashKey("byEmail", AttributeName = "email")] public string Email { get; set; } = "";
            [DynamoDBGlobalSecondaryIndexHashKey("byPlace")] public string City { get; set; } = "";
            [DynamoDBGlobalSecondaryIndexHashKey("byPlace")] public string Country { get; set; } = "";
            public string Name { get; set; } = "";
        }
        """;

    private static string Source(string call) => SdkSource.Of($"object M(string id, List<ScanCondition> given) => {call}; {Customer}");

    [Theory]
    [InlineData("context.{|DG3002:ScanAsync|}<Customer>([new ScanCondition(\"Id\", ScanOperator.Equal, id)])")]
    [InlineData("context.{|DG3002:ScanAsync|}<Customer>(new List<ScanCondition> { new(nameof(Customer.Email), ScanOperator.Equal, id), new(\"Name\", ScanOperator.Contains, id) })")]
    [InlineData("client.{|DG3002:ScanAsync|}(new ScanRequest { TableName = \"customers\", FilterExpression = \"id = :id AND #n = :n\" })")]
    [InlineData("client.{|DG3002:ScanAsync|}(new ScanRequest(\"customers\") { FilterExpression = \"#e = :e\", ExpressionAttributeNames = new() { [\"#e\"] = \"email\" } })")]
    public Task Flags_comparisons_with_a_hash_key(string call) => RuleTest<ScanAnalyzer>.Reports(Source(call));

    [Theory]
    [InlineData("context.{|DG3001:ScanAsync|}<Customer>([new ScanCondition(\"Name\", ScanOperator.Equal, id)])")]
    [InlineData("context.{|DG3001:ScanAsync|}<Customer>([new ScanCondition(\"City\", ScanOperator.Equal, id)])")]
    [InlineData("context.{|DG3001:ScanAsync|}<Customer>([new ScanCondition(\"Id\", ScanOperator.BeginsWith, id)])")]
    [InlineData("context.{|DG3001:ScanAsync|}<Customer>(given)")]
    [InlineData("client.{|DG3001:ScanAsync|}(new ScanRequest(\"customers\") { FilterExpression = \"id = :id OR Name = :n\" })")]
    [InlineData("client.{|DG3001:ScanAsync|}(new ScanRequest(\"customers\") { FilterExpression = \"begins_with(id, :id)\" })")]
    [InlineData("client.{|DG3001:ScanAsync|}(new ScanRequest(\"others\") { FilterExpression = \"id = :id\" })")]
    [InlineData("client.{|DG3001:ScanAsync|}(new ScanRequest(id) { FilterExpression = \"id = :id\" })")]
    public Task Leaves_other_scans_to_the_general_rule(string call) => RuleTest<ScanAnalyzer>.Reports(Source(call));

    [Fact]
    public Task Respects_a_reason() => RuleTest<ScanAnalyzer>
        .Reports(Source("1; [DynamoGen.AllowScan(\"index is being built\")] object N() => context.ScanAsync<Customer>([new(\"Id\", ScanOperator.Equal, 1)])"));
}
