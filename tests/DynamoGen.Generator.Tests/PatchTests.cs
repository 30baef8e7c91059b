using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>A patch is only declared where an update can change what it names, and only taken where index keys stay right.</summary>
public sealed class PatchTests
{
    private const string Entity = """
        [Entity<ShopTable>] [Key("A#{Id}", "B")] [Unique("N#{Name}")] [Key("gsi1", "BY#{Group}", "{Rank}#{Upper}")]
        public sealed partial record Thing(int Id, string Name, string? Group)
        {
            public int Rank { get; init; }
            public string? Note { get; init; }
            public string Text { get; init; } = "";
            [Ignore] public string Upper => Text + "!";
            [OptimisticLock] public long Revision { get; init; }
            [CreatedAt] public DateTimeOffset Made { get; init; }
        }


        """;

    [Theory]
    [InlineData("Id", "'Id' is part of the primary key")]
    [InlineData("Name", "'Name' is part of a unique value")]
    [InlineData("Revision", "'Revision' is kept by each write itself")]
    [InlineData("Made", "'Made' is kept by each write itself")]
    [InlineData("Text", "'Text' is what 'Upper' in an index key is computed from")]
    [InlineData("Colour", "'Thing' stores no property 'Colour'")]
    public void A_property_that_no_update_can_change_is_refused(string property, string reason) => Assert.Contains(
        reason, Problem($"[Patch<Thing>(\"{property}\")] public sealed partial record ThingPatch;", string.Empty).Arguments[2], StringComparison.Ordinal);

    [Theory]
    [InlineData("public sealed partial record ThingPatch { public string? Note { get; set; } }", "it declares 'Note' itself")]
    [InlineData("public sealed partial record ThingPatch(int Count);", "a patch is made without arguments")]
    public void A_type_that_cannot_be_a_patch_is_refused(string declaration, string reason) => Assert.Contains(
        reason, Problem($"[Patch<Thing>] {declaration}", string.Empty).Arguments[2], StringComparison.Ordinal);

    [Theory]
    [InlineData("ValueTask Update(int id, NotePatch? patch);", "which may be null")]
    [InlineData("[Update(\"REMOVE Note\")] ValueTask Update(int id, NotePatch patch);", "is said by an expression and by the patch 'patch'")]
    [InlineData("ValueTask Update(int id, NotePatch patch, NotePatch more);", "takes two patches")]
    [InlineData("ValueTask Update(int id, OtherPatch patch);", "takes 'OtherPatch', which is a patch of Other")]
    [InlineData("ValueTask Update(int id, GroupPatch patch);", "changes the key of index 'gsi1'")]
    [InlineData("ValueTask Update(int id);", "needs an [Update] that says what it changes, or a parameter that is a [Patch]")]
    [InlineData("[Update] ValueTask Update(int id);", "needs an [Update] that says what it changes")]
    public void A_method_that_cannot_be_that_of_a_patch_is_refused(string method, string reason)
    {
        var problem = Problem(Patches, method);
        Assert.Contains(reason, string.Join(" ", problem.Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_makes_no_item() => Assert.Contains(
        "makes an item where there is none",
        Design.Problems(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Entity + Patches
            + "[Repository<Other>] public partial interface IOthers { [Update] ValueTask UpsertIt(int id, OtherPatch patch); }"))[0].Arguments[1],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("ValueTask Update(int id, NotePatch patch);")]
    [InlineData("ValueTask<Thing> Update(int id, long revision, NotePatch patch);")]
    [InlineData("ValueTask<Thing?> UpdateIt(int id, NotePatch patch);")]
    [InlineData("[Update, Condition(\"Rank < 5\")] ValueTask<WriteOutcome> Amend(int id, NotePatch patch);")]
    [InlineData("DynamoGen.Transactions.WriteAction UpdateAction(int id, NotePatch patch);")]
    [InlineData("[Idempotent] ValueTask Update(int id, NotePatch patch);")]
    [InlineData("ValueTask Update(int id, NotePatch writer);")]
    public void A_patch_makes_an_update_of_every_form(string method) => Design.Compiles(Source(Patches, method));

    [Fact]
    public void A_patch_of_everything_leaves_out_what_no_update_changes()
    {
        var text = Design.Compiles(Source("[Patch<Thing>] public sealed partial record ThingPatch;", string.Empty)).Generated["Shop.ThingPatch.g.cs"];

        Assert.Contains("public global::DynamoGen.Change<string?> Group { get; set; }", text, StringComparison.Ordinal);
        Assert.Contains("public global::DynamoGen.Change<int> Rank { get; set; }", text, StringComparison.Ordinal);
        Assert.All(["Id", "Name", "Revision", "Made", "Text"], name => Assert.DoesNotContain($" {name} {{ get; set; }}", text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_JSON_ignores_is_changed_by_code_alone()
    {
        var text = Design.Compiles("""
            [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial record Thing(int Id)
            {
                [System.Text.Json.Serialization.JsonIgnore] public int Credit { get; init; }
                [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
                public int Rank { get; init; }
            }
            [Patch<Thing>] public sealed partial record ThingPatch;
            [Patch<Thing>("Credit")] public sealed partial record CreditPatch;
            """).Generated["Shop.ThingPatch.g.cs"];

        Assert.Contains("global::DynamoGen.Change<int> Credit { get; set; }", text, StringComparison.Ordinal);
        Assert.Contains("new(\"Rank\"),", text, StringComparison.Ordinal);
        Assert.DoesNotContain("new(\"Credit\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_markers_of_unique_values_share_is_in_no_patch()
    {
        var text = Design.Compiles("""
            [Entity<ExpiringTable>] [Key("A#{Id}", "B")] [Unique("N#{Name}")] public sealed partial record Thing(int Id, string Name)
            {
                public string? Note { get; init; }
                [TimeToLive] public DateTimeOffset? Until { get; init; }
            }
            [Table("expiring", TimeToLive = "Until")] public sealed partial class ExpiringTable;
            [Patch<Thing>] public sealed partial record ThingPatch;
            [Repository<Thing>] public partial interface IThings { ValueTask Update(int id, ThingPatch patch); }
            """).Generated["Shop.ThingPatch.g.cs"];

        Assert.DoesNotContain("Until", text, StringComparison.Ordinal);
    }

    private const string Patches = """
        [Patch<Thing>("Note")] public sealed partial record NotePatch;
        [Patch<Thing>("Group")] public sealed partial record GroupPatch;
        [Entity<ShopTable>] [Key("O#{Id}", "O")] public sealed partial record Other(int Id, string? Note);
        [Patch<Other>] public sealed partial record OtherPatch;

        """;

    private static DeclarationProblem Problem(string patches, string method) =>
        Design.Problems(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Source(patches, method)))[0];

    private static string Source(string patches, string method) =>
        Entity + patches + (method.Length == 0 ? string.Empty : $"[Repository<Thing>] public partial interface IThings {{ {method} }}");
}
