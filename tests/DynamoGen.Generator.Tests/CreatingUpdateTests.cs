using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>An update that makes its item is only declared where what it makes can be read and found.</summary>
public sealed class CreatingUpdateTests
{
    private const string Members = """
            public int Count { get; init; }
            public string? Note { get; init; }
            public List<int> Numbers { get; init; } = [];
            public Place Home { get; init; } = new("x");
        }
        public sealed record Place(string City);

        """;

    [Theory]
    [InlineData("string id", "ADD Count 1", "makes the item without 'Name', without which it could not be read")]
    [InlineData("string id, int name", "ADD Count 1", "makes the item with 'name', which must be string")]
    [InlineData("string id, string? name", "ADD Count 1", "makes the item with 'name', which must be string")]
    [InlineData("string id, string name, string note", "ADD Count 1", "takes 'note' for a new item, from which an item that has no 'Note' cannot be told")]
    [InlineData("string id, string name", "SET Count = Other + 1", "reads 'Other', which a new item does not have")]
    [InlineData("string id, string name, string city", "SET Home.City = {city}", "goes into 'Home', which a new item does not have")]
    public void What_a_new_item_would_lack_is_refused(string parameters, string update, string reason) => IsRefused(
        $"[Entity<ShopTable>] [Key(\"A#{{Id}}\", \"B\")] public sealed partial record Thing(string Id, string Name, int Other = 0) {{" + Members,
        $"[Update(\"{update}\")] ValueTask UpsertIt({parameters});",
        reason);

    [Theory]
    [InlineData("Name", "string id, int count", "ADD Count {count}", "makes the item without 'Name'")]
    [InlineData("Rank", "string id, string name", "ADD Count 1", "makes the item without 'Rank', of which its key in index 'gsi1' is made")]
    [InlineData("Rank", "string id, string name, int rank", "ADD Rank {rank}", "without saying its new value")]
    [InlineData("Upper", "string id, string name", "ADD Count 1", "of whose key in index 'gsi1' the part 'Upper' is computed")]
    public void A_new_item_that_would_be_in_no_index_is_refused(string part, string parameters, string update, string reason) => IsRefused(
        $"[Entity<ShopTable>] [Key(\"A#{{Id}}\", \"B\")] [Key(\"gsi1\", \"BY#{{{part}}}\", \"{{Id}}\")] "
            + "public sealed partial record Thing(string Id, string Name, [property: OmitDefault] int Rank) { [Ignore] public string Upper => Name + \"!\";" + Members,
        $"[Update(\"{update}\")] ValueTask UpsertIt({parameters});",
        reason);

    [Theory]
    [InlineData("Count < 3")]
    [InlineData("attribute_exists(Note)")]
    public void A_condition_that_no_new_item_meets_is_refused(string condition) => IsRefused(
        "[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] public sealed partial record Thing(string Id, string Name) {" + Members,
        $"[Condition(\"{condition}\"), Update(\"ADD Count 1\")] ValueTask UpsertIt(string id, string name);",
        "never makes the item");

    [Fact]
    public void Unique_values_are_not_claimed_by_an_update_that_makes_its_item()
    {
        var problem = Problem(
            "[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] [Unique(\"N#{Name}\")] public sealed partial record Thing(string Id, string Name) {" + Members,
            "[Update(\"ADD Count 1\")] ValueTask UpsertIt(string id, string name);");

        Assert.Contains("does not know which unique values the stored item has", problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Upsert", "SET Count = {count}, Home = {home}", "string id, string name, int count, Place home")]
    [InlineData("Upsert", "SET Note = {note} ADD Count 1", "string id, string name, string note")]
    [InlineData("Upsert", "SET Numbers = list_append(Numbers, {more})", "string id, string name, List<int> more")]
    [InlineData("Upsert", "SET Name = {name} REMOVE Note", "string id, string name")]
    public void What_can_be_read_afterwards_compiles(string name, string update, string parameters) => Design.Compiles(
        "[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] public sealed partial record Thing(string Id, string Name) {" + Members
        + $"[Repository<Thing>] public partial interface IThings {{ [Update(\"{update}\")] ValueTask<Thing> {name}({parameters}); }}");

    [Fact]
    public void An_index_by_the_time_of_creation_has_a_new_item()
    {
        var run = Design.Compiles("""
            [Entity<ShopTable>] [Key("A#{Id}", "B")] [Key("gsi1", "THINGS", "{Made}#{Id}")]
            public sealed partial record Thing(string Id) { [CreatedAt] public DateTimeOffset Made { get; init; } public int Count { get; init; } }
            [Repository<Thing>] public partial interface IThings { [Update("ADD Count 1")] ValueTask<Thing> UpsertCount(string id); }
            """);

        Assert.Contains("WriteSortKey(ref key", run.Generated["Shop.IThings.g.cs"], StringComparison.Ordinal);
        Assert.Contains(", now, id);", run.Generated["Shop.IThings.g.cs"], StringComparison.Ordinal);
    }

    private static void IsRefused(string entity, string method, string reason)
    {
        var problem = Problem(entity, method);
        Assert.Equal(DeclarationRule.Expression, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    private static DeclarationProblem Problem(string entity, string method) => Assert.Single(Design.Problems(GeneratorRun.Of(
        Shop.Table, "namespace Shop;\n" + entity + $"[Repository<Thing>] public partial interface IThings {{ {method} }}")));
}
