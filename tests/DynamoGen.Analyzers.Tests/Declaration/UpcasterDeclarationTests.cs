using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class UpcasterDeclarationTests
{
    [Fact]
    public Task A_version_without_an_upcaster_is_reported() => Reports("{|DG1012:Entity<Shop>(Version = 2)|}", "");

    [Fact]
    public Task A_gap_in_the_chain_of_versions_is_reported() => Reports(
        "{|DG1012:Entity<Shop>(Version = 3)|}",
        "[Upcast(2, nameof(Price))] private static decimal FromText(string stored) => 0;");

    [Fact]
    public Task A_version_below_1_is_reported() => Reports("{|DG1012:Entity<Shop>(Version = 0)|}", "");

    [Theory]
    [InlineData("[Upcast(1, nameof(Price))] private decimal {|DG1027:Convert|}(string stored) => 0;")]
    [InlineData("[Upcast(1, nameof(Price))] private static decimal {|DG1027:Convert|}() => 0;")]
    [InlineData("[Upcast(1, nameof(Price))] private static decimal {|DG1027:Convert|}(ref string stored) => 0;")]
    [InlineData("[Upcast(1, nameof(Price), StoredAs = \"A\")] private static decimal {|DG1027:Convert|}(string first, string second) => 0;")]
    [InlineData("[Upcast(1, nameof(Price), StoredAs = \"A\")] private static decimal {|DG1027:Convert|}([StoredAs(\"B\")] string stored) => 0;")]
    [InlineData("[Upcast(1, nameof(Price))] private static decimal {|DG1027:Convert|}([StoredAs(\"\")] string stored, string other) => 0;")]
    [InlineData("[Upcast(1, nameof(Price))] private static decimal {|DG1027:Convert|}(string stored, [StoredAs(\"Stored\")] string other) => 0;")]
    [InlineData("[Upcast(1, nameof(Price))] private static decimal {|DG1027:Convert|}([StoredAs(\"pk\")] string stored, string other) => 0;")]
    [InlineData("[Upcast(1, nameof(Price), StoredAs = \"_v\")] private static decimal {|DG1027:Convert|}(int stored) => 0;")]
    [InlineData("[Upcast(1, nameof(Price))] private static string {|DG1027:Convert|}(string first, string second) => \"\";")]
    [InlineData("public string? PRICE { get; init; } [Upcast(1, nameof(Price))] private static decimal {|DG1027:Convert|}(string price, string other) => 0;")]
    [InlineData("[Upcast(1, nameof(Price))] private static decimal Convert(string first, Stream {|DG1020:second|}) => 0;")]
    [InlineData("[Upcast(1, nameof(Price))] private static void {|DG1027:Convert|}(string stored) { }")]
    [InlineData("[Upcast(1, nameof(Price))] private static decimal {|DG1027:Convert|}<T>(T stored) => 0;")]
    [InlineData("[Upcast(2, nameof(Price))] private static decimal {|DG1027:Convert|}(string stored) => 0;")]
    [InlineData("[Upcast(0, nameof(Price))] private static decimal {|DG1027:Convert|}(string stored) => 0;")]
    [InlineData("[Upcast(1, \"Unknown\")] private static decimal {|DG1027:Convert|}(string stored) => 0;")]
    [InlineData("[Upcast(1, nameof(Price))] private static int {|DG1027:Convert|}(string stored) => 0;")]
    [InlineData("[Upcast(1, nameof(Price))] private static decimal Convert(string stored) => 0; [Upcast(1, nameof(Price))] private static decimal {|DG1027:Again|}(decimal stored) => 0;")]
    [InlineData("[Upcast(1, nameof(Price))] private static decimal Convert(Stream {|DG1020:stored|}) => 0;")]
    public Task An_upcaster_that_does_not_fit_is_reported(string upcaster) => Reports("Entity<Shop>(Version = 2)", upcaster);

    [Theory]
    [InlineData(2, "[Upcast(1, nameof(Price))] private static decimal FromText(string stored) => 0;")]
    [InlineData(3, "[Upcast(1, nameof(Price))] private static decimal FromText(string stored) => 0; [Upcast(2, nameof(Id))] private static string FromNumber(long stored) => \"\";")]
    [InlineData(3, "[Upcast(1, nameof(Price), StoredAs = \"Cents\")] private static long FromText(string stored) => 0; [Upcast(2, nameof(Price))] private static decimal FromCents(long stored) => 0;")]
    public Task A_chain_without_a_gap_is_left_alone(int version, string upcasters) => Reports($"Entity<Shop>(Version = {version})", upcasters);

    [Theory]
    [InlineData(2, "[Upcast(1, nameof(Price))] private static decimal Sum(string price, [StoredAs(\"tax\")] int? tax, int other = 1) => 0;")]
    [InlineData(3, "[Upcast(1, nameof(Price))] private static decimal FromText(string stored) => 0; [Upcast(2, nameof(Price))] private static decimal Sum(int a, int b) => 0;")]
    [InlineData(3, "[Upcast(1, nameof(Price))] private static long Sum(int a, int b) => 0; [Upcast(2, nameof(Price))] private static decimal FromLong(long stored) => 0;")]
    [InlineData(2, "private sealed record V1(string Id, string Cost); [Upcast(1)] private static Thing FromV1(V1 stored) => new(stored.Id, stored.Cost.Length);")]
    [InlineData(3, "public sealed record V1(string Id); public sealed record V2(string Id); [Upcast(1)] private static V2 FromV1(V1 stored) => new(stored.Id); [Upcast(2)] private static Thing FromV2(V2 stored) => new(stored.Id, 0);")]
    [InlineData(3, "public sealed record V1(string Id); [Upcast(1)] private static Thing FromV1(V1 stored) => new(stored.Id, 0); [Upcast(2, nameof(Price))] private static decimal FromText(string stored) => 0;")]
    public Task Several_attributes_and_whole_items_are_left_alone(int version, string upcasters) => Reports($"Entity<Shop>(Version = {version})", upcasters);

    [Theory]
    [InlineData(2, "[Upcast(1)] private static Thing {|DG1027:FromV1|}(V1 stored, int other) => new(\"\", 0);")]
    [InlineData(2, "[Upcast(1, StoredAs = \"A\")] private static Thing {|DG1027:FromV1|}(V1 stored) => new(\"\", 0);")]
    [InlineData(2, "[Upcast(1)] private static Thing? {|DG1027:FromV1|}(V1 stored) => null;")]
    [InlineData(2, "[Upcast(1)] private static V2 {|DG1027:FromV1|}(V1 stored) => new(\"\");")]
    [InlineData(2, "[Upcast(1)] private static Thing {|DG1027:FromV1|}(string stored) => new(\"\", 0);")]
    [InlineData(2, "[Upcast(1)] private static Thing {|DG1027:FromV1|}(V1? stored) => new(\"\", 0);")]
    [InlineData(2, "[Upcast(1)] private static Thing {|DG1027:FromV1|}(Reserved stored) => new(\"\", 0);")]
    [InlineData(2, "[Upcast(1)] private static Thing FromV1(V1 stored) => new(\"\", 0); [Upcast(1, nameof(Price))] private static decimal {|DG1027:Convert|}(string stored) => 0;")]
    [InlineData(3, "[Upcast(2)] private static Thing FromV2(V2 stored) => new(\"\", 0); [Upcast(1, nameof(Price))] private static decimal {|DG1027:Convert|}(string stored) => 0;")]
    [InlineData(3, "[Upcast(1)] private static V1 {|DG1027:FromV1|}(V1 stored) => stored; [Upcast(2)] private static Thing FromV2(V2 stored) => new(\"\", 0);")]
    [InlineData(2, "[Upcast(1)] private static Thing {|DG1027:Again|}(V1 stored) => new(\"\", 0); [Upcast(1)] private static Thing FromV1(V1 stored) => new(\"\", 0);")]
    public Task A_whole_item_that_does_not_fit_is_reported(int version, string upcasters) => Reports(
        $"Entity<Shop>(Version = {version})",
        "public sealed record V1(string Id); public sealed record V2(string Id); public sealed record Reserved(string Id, string pk); " + upcasters);

    [Fact]
    public Task A_gap_behind_whole_items_is_reported() => Reports(
        "{|DG1012:Entity<Shop>(Version = 3)|}", "public sealed record V1(string Id); [Upcast(1)] private static Thing FromV1(V1 stored) => new(stored.Id, 0);");

    private static Task Reports(string entity, string upcasters) => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithTable($$"""
        [{{entity}}]
        [Key("THING#{Id}", "THING")]
        public sealed partial record Thing(string Id, decimal Price)
        {
            {{upcasters}}
        }
        """));
}
