using DynamoGen.Analyzers.Regions;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Regions;

namespace DynamoGen.Analyzers.Tests.Regions;

/// <summary>Access patterns that the regions of their table cannot hold.</summary>
public sealed class RegionPatternTests
{
    [Theory]
    [InlineData("ValueTask {|DG8004:Create|}(Order order);")]
    [InlineData("ValueTask<bool> {|DG8004:Create|}(Order order);")]
    [InlineData("[Condition(\"attribute_not_exists(Id)\")] ValueTask {|DG8004:Put|}(Order order);")]
    [InlineData("ValueTask Put(Order order);")]
    [InlineData("ValueTask Replace(Order order);")]
    [InlineData("[Condition(\"Status = 'open'\")] ValueTask Put(Order order);")]
    [InlineData("[Condition(\"attribute_not_exists(Status)\")] ValueTask Put(Order order);")]
    [InlineData("ValueTask Delete(string home, string id);")]
    public Task An_item_that_two_regions_can_create_is_told(string pattern) => Reports(RegionSource.Anywhere, pattern);

    [Theory]
    [InlineData("Guid Id", "{Id}", "ORDER")]
    [InlineData("string Customer, Guid Id", "{Customer}", "{Id}")]
    public Task An_item_whose_key_nobody_else_makes_is_left_alone(string properties, string partitionKey, string sortKey) =>
        RuleTest<RegionPatternAnalyzer>.Reports(RegionSource.Of(RegionSource.Anywhere, $$"""
            [Entity<Shop>, Key("{{partitionKey}}", "{{sortKey}}")] sealed partial record Order({{properties}});
            [Repository<Order>] partial interface IOrders { ValueTask Create(Order order); }
            """));

    [Theory]
    [InlineData("WriteAction {|DG8005:Put|}(Order order);")]
    [InlineData("WriteAction {|DG8005:Create|}(Order order);")]
    [InlineData("WriteAction {|DG8005:Delete|}(string home, string id);")]
    [InlineData("[Condition(\"Status = 'open'\")] WriteAction {|DG8005:Check|}(string home, string id);")]
    [InlineData("ReadAction<Order> {|DG8005:Get|}(string home, string id);")]
    [InlineData("[Idempotent] ValueTask Put(Order order);")]
    public Task A_transaction_that_other_regions_get_in_parts_is_told(string pattern) => Reports(RegionSource.Anywhere, pattern);

    [Theory]
    [InlineData("WriteAction {|DG8007:Put|}(Order order);")]
    [InlineData("[Condition(\"Status = 'open'\")] WriteAction {|DG8007:Check|}(string home, string id);")]
    [InlineData("ReadAction<Order> {|DG8007:Get|}(string home, string id);")]
    [InlineData("[Idempotent] ValueTask {|DG8007:Put|}(Order order);")]
    [InlineData("ValueTask Create(Order order);")]
    [InlineData("[ConsistentRead] ValueTask<Order?> Get(string home, string id);")]
    [InlineData("[Update(\"SET Count = Count + {by}\")] ValueTask Update(string home, string id, int by);")]
    public Task What_strong_regions_refuse_is_told(string pattern) => Reports(RegionSource.Strong, pattern);

    [Theory]
    [InlineData("[Update(\"ADD Count {by}\")] ValueTask {|DG8009:Update|}(string home, string id, int by);")]
    [InlineData("[Update(\"SET Count = Count + {by}\")] ValueTask {|DG8009:Update|}(string home, string id, int by);")]
    [InlineData("[Update(\"SET Count = Count - {by}\")] ValueTask {|DG8009:Update|}(string home, string id, int by);")]
    [InlineData("[Update(\"SET Count = if_not_exists(Count, 0) + {by}\")] ValueTask {|DG8009:Update|}(string home, string id, int by);")]
    [InlineData("[Update(\"SET Count = {count}\")] ValueTask Update(string home, string id, int count);")]
    [InlineData("[Update(\"ADD Tags {tags}\")] ValueTask Update(string home, string id, HashSet<string> tags);")]
    public Task A_number_that_two_regions_add_to_is_told(string pattern) => Reports(RegionSource.Anywhere, pattern);

    [Fact]
    public Task A_counter_of_regions_is_left_alone() => RuleTest<RegionPatternAnalyzer>.Reports(RegionSource.Of(
        RegionSource.Anywhere.Replace("\"shop\"", "\"shop\", Stream = StreamView.NewAndOldImages", StringComparison.Ordinal), """
        [Entity<Shop>, Key("{Id}", "ORDER")]
        sealed partial record Order(
            string Id, [property: UpdatedRegion] string? In, [property: RegionalCounter] DynamoGen.Regions.Values.RegionalCount Views);
        [Repository<Order>] partial interface IOrders { [Update("ADD Views {by}")] ValueTask Update(string id, long by); }
        """));

    [Theory]
    [InlineData("[{|DG8010:ConsistentRead|}] ValueTask<Order?> Get(string home, string id);")]
    [InlineData("[{|DG8010:ConsistentRead|}] IAsyncEnumerable<Order> Query(string home);")]
    [InlineData("ValueTask<Order?> Get(string home, string id);")]
    public Task A_read_that_is_consistent_in_one_region_is_told(string pattern) => Reports(RegionSource.Anywhere, pattern);

    [Fact]
    public Task Each_access_pattern_is_told_at_its_own_place() => Reports(RegionSource.Anywhere, """
        ValueTask {|DG8004:Create|}(Order order);
        WriteAction {|DG8005:Put|}(Order order);
        ReadAction<Order> {|DG8005:GetAction|}(string home, string id);
        [Update("ADD Count {by}")] ValueTask {|DG8009:Update|}(string home, string id, int by);
        [{|DG8010:ConsistentRead|}] ValueTask<Order?> Get(string home, string id);
        """);

    [Theory]
    [InlineData(RegionSource.OneRegion)]
    [InlineData(RegionSource.HomeRegion)]
    [InlineData(RegionSource.InOneRegion)]
    public Task A_table_whose_items_one_region_writes_is_left_alone(string table) => Reports(table, """
        ValueTask Create(Order order);
        WriteAction Put(Order order);
        ReadAction<Order> GetAction(string home, string id);
        [Update("ADD Count {by}")] ValueTask Update(string home, string id, int by);
        [ConsistentRead] ValueTask<Order?> Get(string home, string id);
        """);

    [Theory]
    [InlineData(RegionSource.Anywhere)]
    [InlineData(RegionSource.Strong)]
    public Task The_access_patterns_of_an_event_store_are_its_own(string table) => RuleTest<RegionPatternAnalyzer>.Reports(RegionSource.Of(table, """
        sealed record OrderEvent(string What);
        [Entity<Shop>, Key("STREAM#{StreamId}", "{Version}")] sealed partial record StoredOrderEvent : DynamoGen.EventSourcing.StoredEvent<OrderEvent>;
        [Repository<StoredOrderEvent>] partial interface IOrderEvents : DynamoGen.EventSourcing.IEventRepository<StoredOrderEvent>;
        """));

    [Fact]
    public async Task What_happens_and_what_to_write_is_said() => Assert.Equal(
        "'Update' adds to 'Count' in one region's copy: of additions in two regions one is lost; mark the property [RegionalCounter], or let one region write "
            + "'shop', by [OneRegion(\"eu-west-1\")] or [HomeRegion]",
        Assert.Single(await Diagnosis.Of<RegionPatternAnalyzer>(
            Source(RegionSource.Anywhere, "[Update(\"ADD Count {by}\")] ValueTask Update(string home, string id, int by);"))).GetMessage());

    [Fact]
    public Task One_region_can_be_made_the_one_that_writes() => RuleTest<RegionPatternAnalyzer>.Fixes<OneRegionCodeFix>(
        Source(RegionSource.Anywhere, "ValueTask {|DG8004:Create|}(Order order); WriteAction {|DG8005:Put|}(Order order);"),
        Source(RegionSource.Anywhere + "\n[OneRegion(\"eu-west-1\")]", "ValueTask Create(Order order); WriteAction Put(Order order);"),
        isLocal: false);

    private static Task Reports(string table, string patterns) => RuleTest<RegionPatternAnalyzer>.Reports(Source(table, patterns));

    private static string Source(string table, string patterns) => RegionSource.Of(table, $$"""
        [Entity<Shop>, Key("{Home}", "{Id}")]
        sealed partial record Order(string Home, string Id, string Status, int Count, HashSet<string> Tags);
        [Repository<Order>] partial interface IOrders
        {
            {{patterns}}
        }
        """);
}
