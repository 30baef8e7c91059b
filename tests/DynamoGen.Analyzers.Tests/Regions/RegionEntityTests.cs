using DynamoGen.Analyzers.Regions;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Regions;

namespace DynamoGen.Analyzers.Tests.Regions;

/// <summary>What an entity declares that the regions of its table cannot hold.</summary>
public sealed class RegionEntityTests
{
    private const string Places =
        "enum Place { [EnumName(\"eu-west-1\")] Ireland, [EnumName(\"us-east-1\")] Virginia } enum Color { Red } readonly record struct Region(string Name);";

    [Theory]
    [InlineData("[Key(\"{Home}#{Id}\", \"ORDER\")]", "string Home, string Id")]
    [InlineData("[Key(\"ORDERS#{Home}\", \"{Id}\")]", "Place Home, string Id")]
    [InlineData("[Key(\"{Home}#{Id}\", \"ORDER\")]", "Region Home, string Id")]
    public Task A_home_region_is_text_in_the_partition_key(string key, string properties) =>
        Reports(RegionSource.HomeRegion, $"{Places} [Entity<Shop>] {key} sealed partial record Order({properties});");

    [Theory]
    [InlineData("[{|DG8001:Entity<Shop>|}] [Key(\"{Id}\", \"ORDER\")]", "string Id")]
    [InlineData("[Entity<Shop>] [Key({|DG8001:\"{Id}\"|}, \"{Home}\")]", "string Home, string Id")]
    [InlineData("[Entity<Shop>] [Key({|DG8001:\"{Id}\"|}, \"ORDER\")]", "string Home, string Id")]
    [InlineData("[Entity<Shop>] [Key(\"{Home}#{Id}\", \"ORDER\")]", "int {|DG8001:Home|}, string Id")]
    [InlineData("[Entity<Shop>] [Key(\"{Home}#{Id}\", \"ORDER\")]", "Color {|DG8001:Home|}, string Id")]
    public Task A_home_region_that_the_key_does_not_tell_is_told(string attributes, string properties) =>
        Reports(RegionSource.HomeRegion, $"{Places} {attributes} sealed partial record Order({properties});");

    [Theory]
    [InlineData(RegionSource.Anywhere)]
    [InlineData(RegionSource.OneRegion)]
    [InlineData(RegionSource.InOneRegion)]
    public Task Another_table_needs_no_home_region(string table) =>
        Reports(table, "[Entity<Shop>, Key(\"{Id}\", \"ORDER\")] sealed partial record Order(string Id);");

    [Fact]
    public async Task What_to_write_is_said() => Assert.Equal(
        "'Order.Home' can be 'Red', in which 'shop' has no replica that is written: give 'Color.Red' the [EnumName] of one, such as \"eu-west-1\", "
            + "or leave it out",
        Assert.Single(await Diagnosis.Of<RegionEntityAnalyzer>(RegionSource.Of(
            RegionSource.HomeRegion, Places + "[Entity<Shop>, Key(\"{Home}\", \"{Id}\")] sealed partial record Order(Color Home, string Id);"))).GetMessage());

    [Theory]
    [InlineData(RegionSource.Anywhere, "{|DG8002:Version|}")]
    [InlineData(RegionSource.Anywhere + " [AnyRegion]", "{|DG8002:Version|}")]
    [InlineData(RegionSource.OneRegion, "Version")]
    [InlineData(RegionSource.HomeRegion, "Version")]
    [InlineData(RegionSource.InOneRegion, "Version")]
    [InlineData(RegionSource.Strong, "Version")]
    public Task A_lock_that_several_regions_open_is_told(string table, string property) => Reports(
        table,
        $"[Entity<Shop>, Key(\"{{Home}}\", \"{{Id}}\")] sealed partial record Order(string Home, string Id, [property: OptimisticLock] long {property});");

    [Theory]
    [InlineData(RegionSource.Anywhere, "{|DG8003:Unique(\"EMAIL#{Email}\")|}")]
    [InlineData(RegionSource.HomeRegion, "{|DG8003:Unique(\"EMAIL#{Email}\")|}")]
    [InlineData(RegionSource.HomeRegion, "Unique(\"EMAIL#{Home}#{Email}\")")]
    [InlineData(RegionSource.OneRegion, "Unique(\"EMAIL#{Email}\")")]
    [InlineData(RegionSource.InOneRegion, "Unique(\"EMAIL#{Email}\")")]
    [InlineData(RegionSource.Strong, "{|DG8007:Unique(\"EMAIL#{Email}\")|}")]
    public Task A_value_that_two_regions_can_give_away_is_told(string table, string unique) =>
        Reports(table, $"[Entity<Shop>, Key(\"{{Home}}\", \"{{Id}}\"), {unique}] sealed partial record User(string Home, string Id, string Email);");

    [Theory]
    [InlineData(RegionSource.Anywhere, "{|DG8006:Entity<Shop>|}")]
    [InlineData(RegionSource.OneRegion, "Entity<Shop>")]
    [InlineData(RegionSource.InOneRegion, "Entity<Shop>")]
    [InlineData(RegionSource.Strong, "{|DG8007:Entity<Shop>|}")]
    public Task A_stream_of_events_is_appended_to_in_one_region(string table, string entity) => Reports(table, $$"""
        sealed record OrderEvent(string What);
        [{{entity}}, Key("STREAM#{StreamId}", "{Version}")]
        sealed partial record StoredOrderEvent : DynamoGen.EventSourcing.StoredEvent<OrderEvent>;
        """);

    [Fact]
    public Task One_region_can_be_made_the_one_that_writes() => RuleTest<RegionEntityAnalyzer>.Fixes<OneRegionCodeFix>(
        RegionSource.Of(RegionSource.Anywhere, Locked("{|DG8002:Version|}")),
        RegionSource.Of(RegionSource.Anywhere + "\n[OneRegion(\"eu-west-1\")]", Locked("Version")),
        isLocal: false);

    [Fact]
    public Task A_table_that_says_that_all_regions_write_it_is_not_changed() => RuleTest<RegionEntityAnalyzer>.OffersNo<OneRegionCodeFix>(
        RegionSource.Of(RegionSource.Anywhere + " [AnyRegion]", Locked("{|DG8002:Version|}")), isLocal: false);

    private static string Locked(string property) =>
        $"[Entity<Shop>, Key(\"{{Id}}\", \"A\")] sealed partial record Order(string Id, [property: OptimisticLock] long {property});";

    private static Task Reports(string table, string declarations) => RuleTest<RegionEntityAnalyzer>.Reports(RegionSource.Of(table, declarations));
}
