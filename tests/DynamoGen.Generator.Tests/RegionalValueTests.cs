using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Sets and registers of which each region has a part.</summary>
public sealed class RegionalValueTests
{
    private const string Table = """
        using DynamoGen.Regions.Values;
        using DynamoGen.Streams;
        using DynamoGen.Transactions;

        namespace Shop;

        [Table("labels", Stream = StreamView.NewAndOldImages)]
        [Replica("us-east-1")]
        [Replica("eu-west-1")]
        public sealed partial class LabelTable;

        """;

    private const string Tags = "[RegionalSet(\"sa-east-1\")] public RegionalSet<string> Tags { get; init; }";

    private const string Entity = $$"""
        public enum Colour { Red, Green }

        [Entity<LabelTable>]
        [Key("LABEL#{Id}", "LABEL")]
        public sealed partial record Label(string Id)
        {
            public string? Comment { get; init; }
            {{Tags}}
            [RegionalRegister, AttributeName("n")] public RegionalRegister<string?> Name { get; init; }
            [RegionalSet] public RegionalSet<Colour> Colours { get; init; }
            [RegionalRegister] public RegionalRegister<IReadOnlyList<decimal>> Prices { get; init; }
            [UpdatedRegion] public string? UpdatedIn { get; init; }
        }

        """;

    private const string Patterns = """
        [Repository<Label>]
        public partial interface ILabels
        {
            ValueTask<Label?> Get(string id);
            ValueTask Put(Label label);
            ValueTask Replace(Label label);
            ValueTask PutMany(IEnumerable<Label> labels);
            [Update("SET Tags = {tags}, Name = {name}")] ValueTask<Label> Upsert(string id, RegionalSet<string> tags, RegionalRegister<string?> name);
            [Update("SET Colours = {colours}")] WriteAction UpdateAction(string id, RegionalSet<Colour> colours);
        }

        """;

    private const string Others = """
        [Projection<Label>] public sealed partial record LabelTags(string Id, RegionalSet<string> Tags);
        [Patch<Label>] public sealed partial record LabelPatch;
        [Fields<Label>] public sealed partial class LabelFields;
        [StreamHandler<LabelTable>] public sealed partial class Handler
        {
            private ValueTask Modified(Label before, Label after, LabelChanges changes) => default;
        }
        """;

    [Theory]
    [InlineData("Shop.Label")]
    [InlineData("Shop.ILabels")]
    public void Generated_code_is_as_committed(string name) =>
        Snapshot.Matches(GeneratorRun.Of(Table + Entity + Patterns).Generated[name + ".g.cs"], "RegionalValues." + name);

    [Fact]
    public void Generated_code_compiles() => Design.Compiles(GeneratorRun.Of(Table + Entity + Patterns + Others));

    [Theory]
    [InlineData("[RegionalSet] public HashSet<string> Tags { get; init; } = [];", "must be a RegionalSet<T>")]
    [InlineData("[RegionalRegister] public string? Tags { get; init; }", "must be a RegionalRegister<T>")]
    [InlineData("public RegionalSet<string> Tags { get; init; }", "must be marked with it")]
    [InlineData("public RegionalRegister<string> Tags { get; init; }", "must be marked with it")]
    [InlineData("[RegionalSet(\"eu-west-1\")] public RegionalSet<string> Tags { get; init; }", "'eu-west-1' is no former region")]
    public void A_property_of_another_type_is_refused(string property, string reason) =>
        IsRefused(DeclarationRule.StorageForm, reason, Table + Entity.Replace(Tags, property, StringComparison.Ordinal));

    [Theory]
    [InlineData("[RegionalSet] public RegionalSet<string>? Tags { get; init; }", "marked with [RegionalSet]")]
    [InlineData("[RegionalRegister] public List<RegionalRegister<string>> Tags { get; init; } = [];", "marked with [RegionalRegister]")]
    public void A_value_inside_of_something_else_is_refused(string property, string reason)
    {
        var problems = Design.Problems(GeneratorRun.Of(Table + Entity.Replace(Tags, property, StringComparison.Ordinal))).ToArray();

        Assert.Contains(problems, problem => problem.Rule == DeclarationRule.UnmappableType && problem.Arguments[1].Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Elements_that_can_be_no_keys_are_refused()
    {
        var problems = Design.Problems(GeneratorRun.Of(
            Table + Entity.Replace(Tags, "[RegionalSet] public RegionalSet<List<string>> Tags { get; init; }", StringComparison.Ordinal)));

        Assert.NotEmpty(problems);
    }

    [Theory]
    [InlineData("[Replica(\"us-east-1\")]\n[Replica(\"eu-west-1\")]", "is in one region alone")]
    [InlineData(", Stream = StreamView.NewAndOldImages", "seen in both images alone")]
    public void A_table_in_which_nothing_can_be_repaired_is_refused(string declared, string reason)
    {
        var problems = Design.Problems(GeneratorRun.Of(
            Table.ReplaceLineEndings("\n").Replace(declared, string.Empty, StringComparison.Ordinal) + Entity)).ToArray();

        Assert.Equal(4, problems.Length);
        Assert.All(problems, problem => Assert.Contains(reason, problem.Arguments[2], StringComparison.Ordinal));
    }

    [Fact]
    public void An_entity_whose_writes_do_not_say_their_region_is_refused() => IsRefused(
        DeclarationRule.StorageForm, "give the entity an [UpdatedRegion]",
        Table + Entity.Replace("[UpdatedRegion] ", string.Empty, StringComparison.Ordinal));

    [Theory]
    [InlineData("[Update(\"ADD Tags {tags}\")] ValueTask Update(string id, HashSet<string> tags);", "SET Tags = {…}")]
    [InlineData("[Update(\"DELETE Tags {tags}\")] ValueTask Update(string id, RegionalSet<string> tags);", "SET Tags = {…}")]
    [InlineData("[Update(\"REMOVE Tags\")] ValueTask Update(string id);", "SET Tags = {…}")]
    [InlineData("[Update(\"SET Name = 'a'\")] ValueTask Update(string id);", "SET Name = {…}")]
    [InlineData("[Update(\"SET Name = {name}\")] ValueTask Update(string id, string name);", "which is string")]
    [InlineData("[Update(\"SET Tags = {tags}, Tags = {tags}\")] ValueTask Update(string id, RegionalSet<string> tags);", "updates 'Tags' twice")]
    [InlineData("[Condition(\"Name = {name}\")] ValueTask Delete(string id, string name);", "no item the whole")]
    [InlineData("[Condition(\"contains(Tags, {tag})\")] ValueTask Delete(string id, string tag);", "no item the whole")]
    public void What_is_no_update_of_the_whole_value_is_refused(string pattern, string reason)
    {
        var run = GeneratorRun.Of(Table + Entity + $"[Repository<Label>] public partial interface ILabels {{ {pattern} }}");

        Assert.Contains(reason, string.Join(' ', Assert.Single(Design.Problems(run)).Arguments), StringComparison.Ordinal);
    }

    private static void IsRefused(DeclarationRule rule, string reason, string source)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(source)));
        Assert.Equal(rule, problem.Rule);
        Assert.Contains(reason, string.Join(' ', problem.Arguments), StringComparison.Ordinal);
    }
}
