using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

public sealed class KeyTypeTests
{
    private const string Table = """
        namespace Shop;

        [Table("meters", PartitionKey = "Meter", PartitionKeyType = KeyAttributeType.Number, SortKey = "sk", SortKeyType = KeyAttributeType.Number)]
        [GlobalIndex("byHash", PartitionKey = "Hash", PartitionKeyType = KeyAttributeType.Binary, SortKey = "Value", SortKeyType = KeyAttributeType.Number)]
        [GlobalIndex("byKind", PartitionKey = "gsi2pk", SortKey = "gsi2sk", SortKeyType = KeyAttributeType.Binary)]
        [LocalIndex("byValue", SortKey = "Value", SortKeyType = KeyAttributeType.Number)]
        public sealed partial class Meters;

        public readonly record struct Seconds(long Value);


        """;

    [Theory]
    [InlineData("Shop.Meters")]
    [InlineData("Shop.Reading")]
    [InlineData("Shop.IReadings")]
    public void Generated_code_is_as_committed(string name)
    {
        var run = Design.Compiles(GeneratorRun.Of(Table + """
            [Entity<Meters>]
            [Key("{Meter}", "{At}")]
            [Key("byHash", "{Hash}", "{Value}")]
            [Key("byKind", "KIND#{Kind}", "{Hash}", Shards = 2)]
            [Key("byValue", "{Meter}", "{Value}")]
            public sealed partial record Reading(int Meter, Seconds At, string Kind)
            {
                public byte[]? Hash { get; init; }
                public decimal? Value { get; init; }
            }

            [Repository<Reading>]
            public partial interface IReadings
            {
                ValueTask Put(Reading reading);
                ValueTask<Reading?> Get(int meter, Seconds at);
                IAsyncEnumerable<Reading> Of(int meter, Seconds? from = null, Seconds? to = null);
                [Index("byHash")] IAsyncEnumerable<Reading> WithHash(byte[] hash, decimal to);
                [Index("byKind")] IAsyncEnumerable<Reading> OfKind(string kind, byte[] from);
                [Update("SET Value = {value}, Hash = {hash}")] ValueTask Update(int meter, Seconds at, decimal value, byte[] hash, string kind);
            }
            """));

        Snapshot.Matches(run.Generated[name + ".g.cs"], name);
    }

    [Theory]
    [InlineData("\"METER#{Meter}\", \"{At}\"", "one property of an integer type or decimal")]
    [InlineData("\"{Kind}\", \"{At}\"", "one property of an integer type or decimal")]
    [InlineData("\"{Meter}#{At}\", \"{At}\"", "one property of an integer type or decimal")]
    [InlineData("\"{Day}\", \"{At}\"", "one property of an integer type or decimal")]
    [InlineData("\"7\", \"{At}\"", "one property of an integer type or decimal")]
    [InlineData("\"{Meter}\", \"{At}\")] [Key(\"byHash\", \"{Kind}\", \"{At}\"", "one property of type byte[]")]
    [InlineData("\"{Meter}\", \"{At}\")] [Key(\"byHash\", \"{Hash}\", \"{At}\", Shards = 4", "must be a String")]
    public void A_template_that_is_no_value_of_the_keys_type_is_refused(string keys, string reason)
    {
        var run = GeneratorRun.Of(Table
            + $"[Entity<Meters>] [Key({keys})] public sealed partial record Thing(int Meter, long At, string Kind, byte[] Hash, DateOnly Day);");

        Assert.Contains(Design.Problems(run),
            problem => problem.Rule == DeclarationRule.KeyTemplate && problem.Arguments[2].Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_are_no_part_of_text() => Design.IsRefused(
        DeclarationRule.KeyType, "\"A#{Hash}\"", "[Entity<ShopTable>] [Key(\"A#{Hash}\", \"B\")] public sealed partial record Thing(byte[] Hash);");

    [Fact]
    public void A_key_attribute_of_two_types_is_refused() => Design.IsRefused(DeclarationRule.TableOrIndex, "\"t\"", GeneratorRun.Of("""
        [Table("t")] [GlobalIndex("index", PartitionKey = "sk", PartitionKeyType = KeyAttributeType.Number)] public sealed partial class T;
        """));

    [Fact]
    public void A_unique_value_needs_keys_that_are_text()
    {
        var run = GeneratorRun.Of(Table
            + "[Entity<Meters>] [Key(\"{Meter}\", \"{At}\")] [Unique(\"KIND#{Kind}\")] public sealed partial record Thing(int Meter, long At, string Kind);");

        Assert.Contains("keys are text", Assert.Single(Design.Problems(run)).Arguments[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int Meter", "\"{Meter}\"", false)]
    [InlineData("[property: AttributeName(\"Meter\")] int Number", "\"{Number}\"", false)]
    [InlineData("int Meter, int Other", "\"{Other}\"", true)]
    [InlineData("[property: AttributeName(\"Meter\")] string Name, int Number", "\"{Number}\"", true)]
    public void A_key_attribute_may_be_the_attribute_of_its_own_property_only(string members, string template, bool isRefused)
    {
        var run = GeneratorRun.Of(
            $"[Table(\"t\", PartitionKey = \"Meter\", PartitionKeyType = KeyAttributeType.Number, SortKey = null)] public sealed partial class T; [Entity<T>] [Key({template})] public sealed partial record Thing({members});");

        Assert.Equal(isRefused ? [DeclarationRule.AttributeConflict] : [], Design.Problems(run).Select(problem => problem.Rule));
        Assert.Empty(Design.Unexpected(run));
    }

    [Fact]
    public void A_query_is_not_filtered_by_its_own_key()
    {
        var run = GeneratorRun.Of(Table + """
            [Entity<Meters>] [Key("{Meter}", "{At}")] public sealed partial record Thing(int Meter, long At);
            [Repository<Thing>] public partial interface IThings { [Filter("Meter > {least}")] IAsyncEnumerable<Thing> Of(int meter, int least); }
            """);

        Assert.Contains("which is a key of what it queries", Assert.Single(Design.Problems(run)).Arguments[1], StringComparison.Ordinal);
    }
}
