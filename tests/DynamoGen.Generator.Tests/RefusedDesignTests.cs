using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

public sealed class RefusedDesignTests
{
    [Theory]
    [InlineData("public int Field;", "Field")]
    [InlineData("[Ignore] public required int Gone { get; init; }", "Gone")]
    [InlineData("[Obsolete(\"x\", true)] public string? Gone { get; init; }", "Gone")]
    [InlineData("[AttributeName(\"\")] public string? Nameless { get; init; }", "Nameless")]
    [InlineData("[AttributeName(\"\\ud800\")] public string? Broken { get; init; }", "Broken")]
    [InlineData(
        "public Point Place { get; set; } public struct Point { public double X; private readonly int _hidden = 1; public Point() => X = _hidden; }", "X")]
    [InlineData("public Wrapper<int>? Inner { get; init; } public class Wrapper<T> { public string Note { get; init; } = \"none\"; }", "Note")]
    [InlineData("public Closed? Inner { get; init; } public sealed class Closed { private Closed() { } public int A { get; set; } }", "Closed")]
    [InlineData("public HashSet<string> Tags { get; init; } = [\"a\"];", "Tags")]
    [InlineData("public HashSet<string>? Tags { get; set; } = new() { \"a\" };", "Tags")]
    [InlineData("public ISet<int> Tags { get; init; } = new HashSet<int>([1]);", "Tags")]
    [InlineData("public ISet<int> Tags { get; init; } = Some(); private static ISet<int> Some() => new HashSet<int>();", "Tags")]
    public void What_would_be_lost_or_cannot_be_named_is_refused(string member, string at) =>
        Design.IsRefused(DeclarationRule.Construction, at,
            $$"""[Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial class Thing { public string Id { get; set; } = ""; {{member}} }""");

    [Theory]
    [InlineData("nint")]
    [InlineData("dynamic?")]
    [InlineData("Uri?")]
    [InlineData("HashSet<string?>")]
    [InlineData("HashSet<bool>")]
    [InlineData("Dictionary<bool, int>")]
    [InlineData("Dictionary<byte[], int>")]
    [InlineData("List<byte>")]
    [InlineData("IReadOnlyList<byte>")]
    [InlineData("KeyValuePair<string, int>")]
    public void A_type_that_has_no_attribute_type_is_refused(string type) =>
        Design.IsRefused(DeclarationRule.UnmappableType, "Odd",
            $$"""[Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial class Thing { public string Id { get; set; } = ""; public {{type}} Odd { get; set; } = default!; }""");

    [Theory]
    [InlineData("Only", "Odd", "public readonly record struct Only(List<Only> Value);")]
    [InlineData("Node<int>", "Next", "public sealed record Node<T>(Node<Node<T>>? Next);")]
    [InlineData("Node<int>", "Left", "public sealed record Node<T>(Node<(T, T)>? Left, Node<(T, T)>? Right, List<Node<T[]>>? Rest);")]
    public void A_type_that_never_ends_is_refused(string type, string at, string declaration) =>
        Design.IsRefused(DeclarationRule.UnmappableType, at,
            $$"""{{declaration}} [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial class Thing { public string Id { get; set; } = ""; public {{type}} Odd { get; set; } = default!; }""");

    [Theory]
    [InlineData("[Table(\"t\", PartitionKey = \"a\", SortKey = \"a\")]", "\"t\"")]
    [InlineData("[Table(\"t\")] [GlobalIndex(\"idx\", PartitionKey = \"a\", SortKey = \"\")]", "\"idx\"")]
    [InlineData("[Table(\"t\")] [GlobalIndex(\"idx\", PartitionKey = \"\\ud800\")]", "\"idx\"")]
    [InlineData("[Table(\"t\"), Entity<ShopTable>, Key(\"A#{Id}\", \"B\")]", "Entity<ShopTable>")]
    public void A_table_whose_keys_cannot_be_is_refused(string attributes, string at) =>
        Design.IsRefused(DeclarationRule.TableOrIndex, at, $$"""{{attributes}} public sealed partial class Thing { public string Id { get; set; } = ""; }""");

    [Theory]
    [InlineData("[Table(\"my shop!\")]", "\"my shop!\"")]
    [InlineData("[Table(\"é\")]", "\"é\"")]
    [InlineData("[Table(\"t\", TimeToLive = \"\")]", "\"t\"")]
    [InlineData("[Table(\"t\", PartitionKey = \"_t\")]", "\"t\"")]
    [InlineData("[Table(\"t\")] [GlobalIndex(\"g\", PartitionKey = \"a\")]", "\"g\"")]
    [InlineData("[Table(\"t\")] [GlobalIndex(\"by status\", PartitionKey = \"a\")]", "\"by status\"")]
    [InlineData("[Table(\"t\")] [GlobalIndex(\"by-status\", PartitionKey = \"a\", SortKey = \"_v\")]", "\"by-status\"")]
    [InlineData("[Table(\"t\")] [GlobalIndex(\"by/status\", PartitionKeys = [\"a\"])]", "\"by/status\"")]
    [InlineData("[Table(\"t\")] [LocalIndex(\"l1\", SortKey = \"a\")]", "\"l1\"")]
    [InlineData("[Table(\"t\")] [GlobalIndex(\"same\", PartitionKey = \"a\")] [GlobalIndex(\"same\", PartitionKeys = [\"b\"])]", "\"same\"")]
    public void A_name_that_DynamoDB_refuses_is_refused(string attributes, string at) =>
        Design.IsRefused(DeclarationRule.TableOrIndex, at, $"{attributes} public sealed partial class Thing;");

    public static TheoryData<string> LongAttributeNames =>
    [
        "[Table(\"t\", PartitionKey = {0})]",
        "[Table(\"t\", SortKey = {0})]",
        "[Table(\"t\", TimeToLive = {0})]",
        "[Table(\"t\"), GlobalIndex(\"idx\", PartitionKey = {0})]",
        "[Table(\"t\"), GlobalIndex(\"idx\", PartitionKey = \"a\", SortKey = {0})]",
        "[Table(\"t\"), LocalIndex(\"idx\", SortKey = {0})]",
        "[Table(\"t\"), GlobalIndex(\"idx\", PartitionKeys = [\"a\", {0}])]",
        "[Table(\"t\"), GlobalIndex(\"idx\", PartitionKeys = [\"a\"], SortKeys = [{0}])]",
        "[Table(\"t\"), GlobalIndex(\"idx\", PartitionKey = \"a\", Projection = IndexProjection.Include, NonKeyAttributes = [{0}])]",
    ];

    [Theory]
    [MemberData(nameof(LongAttributeNames))]
    public void An_attribute_that_a_table_names_has_at_most_255_bytes(string attributes)
    {
        static string Source(string attributes, int length) =>
            $"{attributes.Replace("{0}", $"\"{new string('é', length / 2)}{new string('a', length % 2)}\"", StringComparison.Ordinal)} public sealed partial class Thing;";

        Design.Compiles(Source(attributes, 255));
        Assert.Equal(DeclarationRule.TableOrIndex, Assert.Single(Design.Problems(GeneratorRun.Of(Source(attributes, 256)))).Rule);
    }

    [Theory]
    [InlineData("[AttributeName({0})] public string? Long { get; init; }", DeclarationRule.Construction)]
    [InlineData("public Part? Inner { get; init; } public sealed record Part([AttributeName({0})] int Long);", DeclarationRule.Construction)]
    [InlineData("public Shape? Inner { get; init; } [Polymorphic(Discriminator = {0})] [DerivedType<Round>(\"r\")] public abstract record Shape; public sealed record Round : Shape;", DeclarationRule.StorageForm)]
    public void An_attribute_has_at_most_65535_bytes(string member, object rule)
    {
        static string Source(string member, int length) => "[Entity<ShopTable>] [Key(\"A#{Id}\", \"B\")] public sealed partial record Thing(string Id) { "
            + $"{member.Replace("{0}", $"\"{new string('a', length)}\"", StringComparison.Ordinal)} }}";

        Design.Compiles(Source(member, 65_535));
        Assert.Equal((DeclarationRule)rule, Assert.Single(Design.Problems(
            GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Source(member, 65_536)))).Rule);
    }

    [Theory]
    [InlineData("[Entity<ShopTable>(Name = \"\")]", DeclarationRule.TableOrIndex, "Entity<ShopTable>(Name = \"\")", "")]
    [InlineData("[Entity<ShopTable>(Version = 2)]", DeclarationRule.Upcaster, "Old", "[Upcast(1, \"Name\", StoredAs = \"\")] public static string Old(string name) => name;")]
    public void An_empty_name_is_refused(string entity, object rule, string at, string member) => Design.IsRefused((DeclarationRule)rule, at,
        $$"""{{entity}} [Key("A#{Id}", "B")] public sealed partial record Thing(string Id, string Name) { {{member}} }""");

    [Theory]
    [InlineData("var")]
    [InlineData("partial")]
    [InlineData("record")]
    public void A_type_named_as_a_word_that_the_language_reads_otherwise_is_refused(string name) => Design.IsRefused(
        DeclarationRule.NotExtensible, "@" + name,
        $$"""[Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial class @{{name}} { public string Id { get; set; } = ""; }""");

    [Fact]
    public void Half_of_a_surrogate_pair_in_a_template_is_refused() =>
        Design.IsRefused(DeclarationRule.KeyTemplate, "\"A\\ud800#{Id}\"",
            """[Entity<ShopTable>] [Key("A\ud800#{Id}", "B")] public sealed partial record Thing(string Id);""");

    [Fact]
    public void An_attribute_that_two_indexes_would_shard_differently_is_refused() =>
        Design.IsRefused(DeclarationRule.AttributeConflict, "Thing", GeneratorRun.Of("""
        [Table("t")] [GlobalIndex("one", PartitionKey = "x")] [GlobalIndex("two", PartitionKey = "x")] public sealed partial class T;
        [Entity<T>] [Key("A#{Id}", "B")] [Key("one", "X#{Id}", null, Shards = 4)] [Key("two", "X#{Id}", null)] public sealed partial record Thing(string Id);
        """));

    [Theory]
    [InlineData("ValueTask<Thing?> Get(string id, int nr, int? limit = null);", DeclarationRule.UnservedPattern, "limit")]
    [InlineData("IAsyncEnumerable<Thing> Query(string id, CancellationToken first, CancellationToken second);", DeclarationRule.PatternShape, "Query")]
    [InlineData("ValueTask<Thing?> Get(in string id, int nr);", DeclarationRule.PatternShape, "Get")]
    [InlineData("static abstract int Number();", DeclarationRule.PatternShape, "Number")]
    [InlineData("int this[int number] { get; }", DeclarationRule.PatternShape, "this")]
    public void A_method_that_is_no_access_pattern_is_refused(string method, object rule, string at) =>
        Design.IsRefused((DeclarationRule)rule, at, SoundRepositories.Entity + $"[Repository<Thing>] public partial interface IThings {{ {method} }}");

    [Fact]
    public void A_method_that_comes_from_another_assembly_is_refused_at_the_interface() =>
        Design.IsRefused(DeclarationRule.PatternShape, "IThings",
            SoundRepositories.Entity + "[Repository<Thing>] public partial interface IThings : IDisposable;");

    [Theory]
    [InlineData("public abstract class Found { public Thing? Thing { get; init; } }", "Found")]
    [InlineData("public sealed class Found { private Found() { } public Thing? Thing { get; init; } }", "Found")]
    [InlineData("public sealed class Found { public Thing? Thing { get; init; } [Ignore] public required int Number { get; init; } }", "Number")]
    [InlineData("public sealed class Found { public Thing? this[int number] { get => null; set { } } }", "Found")]
    public void An_item_collection_that_cannot_be_built_is_refused(string collection, string at) =>
        Design.IsRefused(DeclarationRule.PatternShape, at, SoundRepositories.Entity
            + $"[ItemCollection] {collection} [Repository<Thing>] public partial interface IThings {{ ValueTask<Found?> Find(string id); }}");
}
