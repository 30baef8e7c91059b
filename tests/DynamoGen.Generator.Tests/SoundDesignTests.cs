using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

public sealed class SoundDesignTests
{
    public static TheoryData<string> Entities => [.. SoundEntities.All.Keys];

    public static TheoryData<string> Repositories => [.. SoundRepositories.All.Keys];

    [Theory]
    [MemberData(nameof(Entities))]
    public void An_entity_of_unusual_form_compiles_without_a_warning(string name) => Design.Compiles(SoundEntities.All[name]);

    [Theory]
    [MemberData(nameof(Repositories))]
    public void A_repository_of_unusual_form_compiles_without_a_warning(string name) => Design.Compiles(SoundRepositories.Entity + SoundRepositories.All[name]);

    [Fact]
    public void Index_names_of_any_allowed_characters_get_classes_of_their_own()
    {
        string[] indexes = ["by-status", "by_status", "1.x", "a.b", "-9-", "...", "Primary", "IndexPrimary", "class", "Equals", "Keys", "a-b",
            "ShardOf", "WritePartitionKey", "System"];
        var table = string.Concat(indexes.Select((index, number) => $"[GlobalIndex(\"{index}\", PartitionKey = \"k{number}\")] "));
        var keys = string.Concat(indexes.Select((index, number) => $"[Key(\"{index}\", \"{number}#{{Id}}\", null)] "));
        var run = Design.Compiles(GeneratorRun.Of(
            $"[Table(\"t\", PartitionKey = \"p\\\"k\", SortKey = \"s</c>\")] {table} public sealed partial class T; [Entity<T>] [Key(\"A#{{Id}}\", \"B\")] {keys} public sealed partial record Thing(string Id);"));

        Assert.Contains("public static class ByStatus2", run.Generated["Thing.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.Text")]
    [InlineData("DynamoGen")]
    [InlineData("DynamoGen.Repositories")]
    [InlineData("@namespace.@event.record.@await")]
    [InlineData("Thing")]
    public void A_namespace_of_any_name_is_no_obstacle(string name) => Design.Compiles(GeneratorRun.Of($$"""
        namespace {{name}};
        [Table("t")] public sealed partial class T;
        [Entity<T>] [Key("A#{Id}", "B")] public sealed partial record Thing(string Id, List<int> Numbers, Guid? Unique);
        [Repository<Thing>] public partial interface IThings { ValueTask<Thing?> Get(string id); }
        """));

    [Fact]
    public void An_attribute_that_two_indexes_share_is_written_whichever_index_the_item_is_in()
    {
        var run = Design.Compiles(GeneratorRun.Of("""
            [Table("t")] [GlobalIndex("one", PartitionKey = "x", SortKey = "y")] [GlobalIndex("two", PartitionKey = "x", SortKey = "z")] public sealed partial class T;
            [Entity<T>] [Key("A#{Id}", "B")] [Key("one", "X#{Id}", "{First}")] [Key("two", "X#{Id}", "{Second}")]
            public sealed partial record Thing(string Id) { public string? First { get; init; } public string? Second { get; init; } }
            """));
        var text = run.Generated["Thing.g.cs"];

        Assert.InRange(text.IndexOf("\\\"x\\\":", StringComparison.Ordinal), 0, text.IndexOf("entity.First is", StringComparison.Ordinal));
    }

    [Fact]
    public void An_inherited_property_keeps_its_initial_value()
    {
        var run = Design.Compiles("""
            public abstract class Base { public string Stamp { get; init; } = "new"; }
            [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial class Thing : Base { public required string Id { get; init; } }
            """);

        Assert.Contains("SetBaseStamp(global::Shop.Base target, string value)", run.Generated["Shop.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_of_a_record_names_the_attribute_of_its_property()
    {
        var run = Design.Compiles(
            """[Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial record Thing(string Id, [AttributeName("short")] string Long);""");

        Assert.Contains("\\\"short\\\":", run.Generated["Shop.Thing.g.cs"], StringComparison.Ordinal);
    }
}
