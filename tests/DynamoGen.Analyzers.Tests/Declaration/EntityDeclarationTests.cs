using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class EntityDeclarationTests
{
    [Theory]
    [InlineData("public Stream {|DG1020:Picture|} { get; init; }")]
    [InlineData("public object {|DG1020:Anything|} { get; init; }")]
    [InlineData("public Dictionary<bool, string> {|DG1020:ByNumber|} { get; init; }")]
    [InlineData("public HashSet<bool> {|DG1020:Flags|} { get; init; }")]
    [InlineData("public List<Action> {|DG1020:Actions|} { get; init; }")]
    [InlineData("public (Stream, string) {|DG1020:Pair|} { get; init; }")]
    [InlineData("public int[,] {|DG1020:Matrix|} { get; init; }")]
    [InlineData("public Nested {|#0:Inner|} { get; init; } public sealed record Nested { public Stream {|DG1020:Picture|} { get; init; } }")]
    public Task A_type_that_has_no_attribute_type_is_reported_where_it_is_declared(string member) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithMembers(member.Replace("{|#0:Inner|}", "Inner")));

    [Theory]
    [InlineData("[Ignore] public Stream? Picture { get; init; }")]
    [InlineData("public string Text => Id + Id;")]
    [InlineData("public int Number { get; private set; }")]
    [InlineData("internal Stream? Hidden { get; init; }")]
    [InlineData("public static Stream? Shared { get; set; }")]
    [InlineData("public Tree? Root { get; init; } public sealed record Tree(string Name, List<Tree> Children);")]
    public Task What_can_be_stored_or_is_not_stored_is_left_alone(string member) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithMembers(member));

    [Theory]
    [InlineData("public int {|DG1026:Count|} { get; }")]
    [InlineData("public Nested Inner { get; init; } public sealed class {|DG1026:Nested|} { public Nested(int other) { } public int Number { get; init; } }")]
    public Task What_cannot_be_built_again_is_reported(string member) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithMembers(member));

    [Theory]
    [InlineData("public string {|DG1024:pk|} { get; init; } = \"\";")]
    [InlineData("[AttributeName(\"_t\")] public string {|DG1024:Type|} { get; init; } = \"\";")]
    public Task A_property_stored_under_the_name_of_a_key_or_a_mark_is_reported(string member) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithMembers(member));

    [Fact]
    public Task Two_properties_of_one_attribute_are_reported() => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithTable("""
        [Entity<Shop>]
        [Key("THING#{Id}", "THING")]
        public sealed partial record {|DG1024:Thing|}(string Id, string Name)
        {
            [AttributeName("Name")] public string Other { get; init; } = "";
        }
        """));

    [Theory]
    [InlineData("public sealed record {|DG1021:Thing|}(string Id);")]
    [InlineData("public sealed partial record {|DG1021:Thing|}<T>(string Id);")]
    [InlineData("public abstract partial record {|DG1021:Thing|}(string Id);")]
    [InlineData("file sealed partial record {|DG1021:Thing|}(string Id);")]
    public Task A_declaration_that_has_no_other_half_is_reported(string declaration) =>
        RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithTable($"[Entity<Shop>] [Key(\"THING#{{Id}}\", \"THING\")] {declaration}"));

    [Fact]
    public Task A_container_that_is_not_partial_is_reported() => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithTable("""
        public static class Outer
        {
            [Entity<Shop>] [Key("THING#{Id}", "THING")] public sealed partial record {|DG1021:Thing|}(string Id);
        }
        """));

    [Fact]
    public Task An_entity_without_a_primary_key_is_reported() => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithTable("""
        [Entity<Shop>] [Key("gsi2", "THING#{Id}", null)] public sealed partial record {|DG1025:Thing|}(string Id);
        """));

    [Fact]
    public Task An_entity_of_a_class_that_is_no_table_is_reported() => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.Alone("""
        public sealed class NoTable;
        [{|DG1023:Entity<NoTable>|}] [Key("THING#{Id}", "THING")] public sealed partial record Thing(string Id);
        """));

    [Fact]
    public Task An_index_that_is_declared_twice_or_without_a_name_is_reported() => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.Alone("""
        [Table("shop")]
        [GlobalIndex("gsi1", PartitionKey = "a")]
        [GlobalIndex({|DG1023:"gsi1"|}, PartitionKey = "b")]
        [GlobalIndex({|DG1023:""|}, PartitionKey = "c")]
        public sealed partial class Shop;
        """));
}
