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
    [InlineData("[Upcast(1, nameof(Price))] private static decimal {|DG1027:Convert|}(string stored, int other) => 0;")]
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

    private static Task Reports(string entity, string upcasters) => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithTable($$"""
        [{{entity}}]
        [Key("THING#{Id}", "THING")]
        public sealed partial record Thing(string Id, decimal Price)
        {
            {{upcasters}}
        }
        """));
}
