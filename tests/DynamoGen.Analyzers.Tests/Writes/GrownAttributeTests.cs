using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

/// <summary>Sets and lists of one item that plain SDK code adds to.</summary>
public sealed class GrownAttributeTests
{
    private static string Update(string expression, string more = "") => SdkSource.Of($$"""
        void M(List<string> texts, string number) => client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = "orders",
            UpdateExpression = "{{expression}}",
            ExpressionAttributeNames = new() { ["#t"] = "tags" },
            ExpressionAttributeValues = new() { [":s"] = new AttributeValue { SS = texts }, [":n"] = new AttributeValue { N = number }, [":l"] = new() { L = [] } },
            {{more}}
        });
        """);

    private static string Saved(string statements) => SdkSource.Of($$"""
        class Order
        {
            [DynamoDBHashKey] public string Id { get; set; } = "";
            public List<string> Lines { get; set; } = [];
            [System.ComponentModel.DataAnnotations.MaxLength(5)] public List<string> Few { get; set; } = [];
        }
        async Task M(string id, Order given)
        {
            var order = await context.LoadAsync<Order>(id) ?? new Order { Id = id };
            {{statements}}
        }
        """);

    [Theory]
    [InlineData("ADD {|DG1010:tags|} :s")]
    [InlineData("ADD {|DG1010:#t|} :s")]
    [InlineData("SET a = :n ADD {|DG1010:tags|} :s")]
    [InlineData("SET {|DG1010:tags|} = list_append(tags, :l)")]
    [InlineData("SET {|DG1010:#t|} = list_append(if_not_exists(#t, :l), :l)")]
    public Task Informs_of_updates_that_add(string expression) => RuleTest<GrownAttributeAnalyzer>.Reports(Update(expression));

    [Theory]
    [InlineData("ADD total :n", "")]
    [InlineData("SET tags = :s", "")]
    [InlineData("DELETE tags :s", "")]
    [InlineData("SET tags = list_append(tags, :l) REMOVE tags[0]", "")]
    [InlineData("SET tags = list_append(old, :l)", "")]
    [InlineData("ADD tags :s", "ConditionExpression = \"size(tags) < :n\",")]
    public Task Leaves_other_updates_alone(string expression, string more) => RuleTest<GrownAttributeAnalyzer>.Reports(Update(expression, more));

    [Theory]
    [InlineData("order.Lines.{|DG1010:Add|}(id); await context.SaveAsync(order);")]
    [InlineData("order.Lines.{|DG1010:AddRange|}(given.Lines); await context.SaveAsync(order);")]
    public Task Informs_of_objects_that_are_added_to(string statements) => RuleTest<GrownAttributeAnalyzer>.Reports(Saved(statements));

    [Theory]
    [InlineData("order.Few.Add(id); await context.SaveAsync(order);")]
    [InlineData("order.Lines.Add(id); if (order.Lines.Count > 10) { order.Lines.RemoveAt(0); } await context.SaveAsync(order);")]
    [InlineData("order.Lines.Add(id); order.Lines = order.Lines.Take(10).ToList(); await context.SaveAsync(order);")]
    [InlineData("order.Lines.Remove(id); await context.SaveAsync(order);")]
    [InlineData("order.Lines.Add(id); Use(order);")]
    [InlineData("given.Lines.Add(id); await context.SaveAsync(given);")]
    public Task Leaves_bounded_and_other_objects_alone(string statements) => RuleTest<GrownAttributeAnalyzer>.Reports(Saved(statements));

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<GrownAttributeAnalyzer>.ReportsInTestProject(Update("ADD tags :s"));
}
