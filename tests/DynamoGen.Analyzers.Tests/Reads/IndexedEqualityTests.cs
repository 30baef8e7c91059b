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

    private static Task ReportsIn(string members) => RuleTest<ScanAnalyzer>.Reports(SdkSource.Of(members + Customer));

    [Theory]
    [InlineData("{|DG3002:ScanAsync|}", "list.Add(new(\"Id\", ScanOperator.Equal, id));")]
    [InlineData("{|DG3001:ScanAsync|}", "list.Add(new(\"Name\", ScanOperator.Equal, id));")]
    [InlineData("{|DG3001:ScanAsync|}", "if (id.Length > 0) list.Add(new(\"Id\", ScanOperator.Equal, id));")]
    [InlineData("{|DG3001:ScanAsync|}", "foreach (var one in id) list.Add(new(\"Id\", ScanOperator.Equal, one));")]
    public Task Sees_a_list_that_is_made_ahead_of_a_lambda(string scan, string add) => ReportsIn($$"""
        async Task<object> M(string id)
        {
            var list = new List<ScanCondition>();
            {{add}}
            return await Task.Run(async () => await context.{{scan}}<Customer>(list).GetRemainingAsync());
        }
        """);

    [Fact]
    public Task Leaves_a_condition_alone_that_is_added_after_the_scan() => ReportsIn("""
        async Task<object> M(string id)
        {
            var list = new List<ScanCondition>();
            var found = await Task.Run(async () => await context.{|DG3001:ScanAsync|}<Customer>(list).GetRemainingAsync());
            list.Add(new("Id", ScanOperator.Equal, id));
            return found;
        }
        """);

    [Theory]
    [InlineData("{|DG3002:ScanAsync|}", "=> [new(\"Email\", ScanOperator.Equal, id)];")]
    [InlineData("{|DG3002:ScanAsync|}", "{ var list = new List<ScanCondition>(); list.Add(new(\"Id\", ScanOperator.Equal, id)); return list; }")]
    [InlineData("{|DG3001:ScanAsync|}",
        "{ var list = new List<ScanCondition>(); if (id.Length > 0) list.Add(new(\"Id\", ScanOperator.Equal, id)); return list; }")]
    [InlineData("{|DG3001:ScanAsync|}", "{ if (id.Length == 0) return []; return [new(\"Id\", ScanOperator.Equal, id)]; }")]
    public async Task Sees_a_list_that_another_method_makes(string scan, string body)
    {
        await ReportsIn($"object M(string id) => context.{scan}<Customer>(Conditions(id)); static List<ScanCondition> Conditions(string id) {body} ");
        await ReportsIn($$"""
            object M(string id) { var conditions = Conditions(id); return context.{{scan}}<Customer>(conditions); }
            static List<ScanCondition> Conditions(string id) {{body}}
            """);
    }

    [Theory]
    [InlineData("private", "ScanAsync", "{|DG3002:Scan|}", "Id")]
    [InlineData("private", "ScanAsync", "{|DG3001:Scan|}", "Name")]
    [InlineData("public", "{|DG3001:ScanAsync|}", "Scan", "Id")]
    public Task Sees_a_private_wrapper_of_one_class(string accessibility, string inner, string outer, string property) => ReportsIn($$"""
        async Task<object> M(string id) => await {{outer}}(new List<ScanCondition> { new("{{property}}", ScanOperator.Equal, id) });
        {{accessibility}} async Task<List<Customer>> Scan(List<ScanCondition> conditions) =>
            await context.{{inner}}<Customer>(conditions).GetRemainingAsync();
        """);

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
