using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Reads;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class AccessPatternDeclarationTests
{
    [Fact]
    public Task Entities_whose_partition_keys_are_written_alike_are_one_item_collection() =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithTable("""
        public readonly record struct CustomerNumber(int Value);
        [Entity<Shop>, Key("CUSTOMER#{Number:D10}#{Day}", "CUSTOMER")] public sealed partial record Buyer(CustomerNumber Number, DateOnly Day);
        [Entity<Shop>, Key("CUSTOMER#{Buyer:D10}#{At:yyyy-MM-dd}", "ORDER#{Id}")] public sealed partial record Purchase(long Buyer, DateTime At, int Id);
        [ItemCollection] public sealed record BuyerWithPurchases { public required Buyer Buyer { get; init; } public IReadOnlyList<Purchase> Purchases { get; init; } = []; }
        [Repository<Buyer>] public partial interface IBuyers { ValueTask<BuyerWithPurchases?> WithPurchases(CustomerNumber number, DateOnly day); }
        """));

    [Fact]
    public Task Numbers_that_are_partition_keys_make_one_item_collection_whatever_their_types() =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.Alone("""
        [Table("meters", PartitionKeyType = KeyAttributeType.Number)] public sealed partial class Meters;
        [Entity<Meters>, Key("{Id}", "METER")] public sealed partial record Meter(int Id);
        [Entity<Meters>, Key("{Meter}", "READING#{At}")] public sealed partial record Reading(long Meter, DateTime At);
        [ItemCollection] public sealed record MeterWithReadings { public required Meter Meter { get; init; } public IReadOnlyList<Reading> Readings { get; init; } = []; }
        [Repository<Meter>] public partial interface IMeters { ValueTask<MeterWithReadings?> WithReadings(int id); }
        """));

    [Theory]
    [InlineData("ValueTask<Order?> {|DG3020:Get|}(string customerId);")]
    [InlineData("ValueTask<Order?> {|DG3020:Get|}(string customerId, DateTimeOffset orderedAt);")]
    [InlineData("ValueTask<Order?> {|DG3020:ById|}(int orderId);")]
    [InlineData("IAsyncEnumerable<Order> {|DG3020:All|}();")]
    [InlineData("IAsyncEnumerable<Order> OfCustomer(string customerId, int {|DG3020:orderId|});")]
    [InlineData("IAsyncEnumerable<Order> OfCustomer(string customerId, string {|DG3020:city|});")]
    [InlineData("IAsyncEnumerable<Order> OfCustomer(int {|DG3020:customerId|});")]
    [InlineData("IAsyncEnumerable<Order> OfCustomer(string? {|DG3020:customerId|});")]
    [InlineData("IAsyncEnumerable<Order> OfCustomer(string customerId, DateTimeOffset? {|DG3020:from|} = null);")]
    [InlineData("[Index({|DG3020:\"gsi9\"|})] IAsyncEnumerable<Order> WithStatus(OrderStatus status);")]
    [InlineData("IAsyncEnumerable<Order> {|DG3020:WithStatus|}(OrderStatus status);")]
    [InlineData("ValueTask {|DG3020:Delete|}(string customerId);")]
    public Task A_pattern_that_no_key_answers_is_reported(string pattern) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithPatterns(pattern));

    [Theory]
    [InlineData("ValueTask<Order?> Get(string customerId, DateTimeOffset orderedAt, int orderId, CancellationToken token = default);")]
    [InlineData("ValueTask<Order?> Get(string customerId, DateOnly orderedAt, int orderId);")]
    [InlineData("IAsyncEnumerable<Order> OfCustomer(string customerId, DateOnly? from = null, DateOnly? to = null);")]
    [InlineData("IAsyncEnumerable<Order> OfCustomer(string customerId, DateOnly orderedAtFrom, int? limit = null);")]
    [InlineData("IAsyncEnumerable<Order> OfCustomer(string customerId, DateTimeOffset orderedAt, int fromOrderId, int toOrderId);")]
    [InlineData("[Index(\"gsi1\")] IAsyncEnumerable<Order> WithStatus(OrderStatus status, DateTimeOffset? from = null, DateOnly? to = null);")]
    [InlineData("[Index(\"gsi1\")] ValueTask<Order?> First(OrderStatus status, DateTimeOffset orderedAt, int orderId);")]
    [InlineData("[ConsistentRead, Descending] Task<IReadOnlyList<Order>> OfCustomer(string customerId);")]
    [InlineData("Task Put(Order order); ValueTask Delete(Order order); ValueTask DeleteById(string customerId, DateTimeOffset orderedAt, int orderId);")]
    public Task A_pattern_that_a_key_answers_is_left_alone(string pattern) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithPatterns(pattern));

    [Theory]
    [InlineData("ValueTask<Order> {|DG3021:Get|}(string customerId, DateTimeOffset orderedAt, int orderId);")]
    [InlineData("Order? {|DG3021:Get|}(string customerId, DateTimeOffset orderedAt, int orderId);")]
    [InlineData("ValueTask<int> {|DG3021:Count|}(string customerId);")]
    [InlineData("ValueTask {|DG3021:Save|}(Order order);")]
    [InlineData("ValueTask {|DG3021:Put|}();")]
    [InlineData("ValueTask {|DG3021:Put|}(Order order, int other);")]
    [InlineData("ValueTask<Order?> {|DG3021:Get|}(Order order);")]
    [InlineData("ValueTask<Order?> {|DG3021:Get|}<T>(string customerId);")]
    [InlineData("ValueTask {|DG3021:Put|}(ref Order order);")]
    [InlineData("int {|DG3021:Count|} { get; }")]
    [InlineData("[{|DG3021:Index(\"gsi1\")|}] ValueTask Put(Order order);")]
    public Task A_member_that_is_no_access_pattern_is_reported(string pattern) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithPatterns(pattern));

    [Fact]
    public Task A_consistent_read_of_an_index_is_reported() => RuleTest<DeclarationAnalyzer>.Reports(
        DeclarationSource.WithPatterns("[Index(\"gsi1\"), {|DG3007:ConsistentRead|}] IAsyncEnumerable<Order> WithStatus(OrderStatus status);"));

    [Theory]
    [InlineData("[Index(\"gsi1\"), {|DG3007:ConsistentRead|}] IAsyncEnumerable<Order> WithStatus(OrderStatus status);",
        "[Index(\"gsi1\")] IAsyncEnumerable<Order> WithStatus(OrderStatus status);")]
    [InlineData("[{|DG3007:ConsistentRead|}] [Index(\"gsi1\")] IAsyncEnumerable<Order> WithStatus(OrderStatus status);",
        "[Index(\"gsi1\")] IAsyncEnumerable<Order> WithStatus(OrderStatus status);")]
    [InlineData("/// <summary>Open ones.</summary>\n    [{|DG3007:ConsistentRead|}]\n    [Index(\"gsi1\")]\n    IAsyncEnumerable<Order> WithStatus(OrderStatus status);",
        "/// <summary>Open ones.</summary>\n    [Index(\"gsi1\")]\n    IAsyncEnumerable<Order> WithStatus(OrderStatus status);")]
    [InlineData("[Index(\"gsi1\")]\n    [{|DG3007:ConsistentRead|}]\n    IAsyncEnumerable<Order> WithStatus(OrderStatus status);",
        "[Index(\"gsi1\")]\n    IAsyncEnumerable<Order> WithStatus(OrderStatus status);")]
    public Task A_consistent_read_of_an_index_can_be_left_out(string pattern, string fixedPattern) =>
        RuleTest<DeclarationAnalyzer>
            .Fixes<LeaveConsistentReadOutCodeFix>(DeclarationSource.WithPatterns(pattern), DeclarationSource.WithPatterns(fixedPattern));

    [Fact]
    public Task An_item_collection_of_one_partition_is_left_alone() => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithPatterns(
        "ValueTask<CustomerOrders?> WithOrders(string customerId);",
        "[ItemCollection] public sealed partial record CustomerOrders { public required Customer Customer { get; init; } public List<Order> Orders { get; init; } = []; }"));

    [Theory]
    [InlineData("public required Other {|DG3020:Other|} { get; init; }")]
    [InlineData("public required string {|DG3021:Text|} { get; init; }")]
    public Task An_item_collection_that_one_query_cannot_fill_is_reported(string member) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithPatterns(
            "ValueTask<CustomerOrders?> WithOrders(string customerId);",
            $$"""
            [Entity<Shop>] [Key("OTHER#{Id}", "OTHER")] public sealed partial record Other(string Id);
            [ItemCollection] public sealed partial record CustomerOrders { public required Customer Customer { get; init; } {{member}} }
            """));

    [Fact]
    public async Task The_message_names_what_is_missing()
    {
        var diagnostics = await Diagnosis.Of(DeclarationSource.WithPatterns(
            "ValueTask<Order?> Get(string customerId, DateTimeOffset orderedAt); IAsyncEnumerable<Order> OfStatus(OrderStatus status);"));
        var messages = diagnostics.Where(diagnostic => diagnostic.Id == "DG3020").Select(diagnostic => diagnostic.GetMessage(null)).ToArray();

        Assert.Contains(messages, message => message.Contains("'OrderId' of the sort key", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Contains("does not give 'CustomerId'", StringComparison.Ordinal)
            && message.Contains("index 'gsi1' answers it", StringComparison.Ordinal));
    }
}
