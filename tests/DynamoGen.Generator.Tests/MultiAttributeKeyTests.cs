using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

public sealed class MultiAttributeKeyTests
{
    private const string Entity = """
        namespace Shop;

        [Table("matches")]
        [GlobalIndex("byRound", PartitionKeys = ["tournament", "Region"], SortKeys = ["Round", "At", "Bracket"], SortKeyTypes = [KeyAttributeType.Number, KeyAttributeType.String, KeyAttributeType.String])]
        public sealed partial class Matches;

        public enum Region { Europe, Asia }

        [Entity<Matches>]
        [Key("MATCH#{Id}", "MATCH")]
        [MultiAttributeKey("byRound")]
        public sealed partial record Match(Guid Id, Region Region, int Round, DateTimeOffset At)
        {
            [AttributeName("tournament")] public required string Tournament { get; init; }
            public string? Bracket { get; init; }
        }


        """;

    [Theory]
    [InlineData("Shop.Matches")]
    [InlineData("Shop.Match")]
    [InlineData("Shop.IMatches")]
    public void Generated_code_is_as_committed(string name)
    {
        var run = Design.Compiles(GeneratorRun.Of(Entity + """
            [Repository<Match>]
            public partial interface IMatches
            {
                ValueTask Put(Match match);
                [Index("byRound")] IAsyncEnumerable<Match> Of(string tournament, Region region);
                [Index("byRound")] IAsyncEnumerable<Match> FromRound(string tournament, Region region, int fromRound);
                [Index("byRound")] IAsyncEnumerable<Match> OnDays(string tournament, Region region, int round, DateTimeOffset? from = null, DateTimeOffset? to = null);
                [Index("byRound")] IAsyncEnumerable<Match> InBrackets(string tournament, Region region, int round, DateTimeOffset at, string bracketPrefix);
                [Index("byRound"), Descending] ValueTask<Match?> Last(string tournament, Region region, int round, DateTimeOffset at, string bracket);
                [Update("SET Bracket = {bracket}")] ValueTask Update(Guid id, string bracket);
            }
            """));

        Snapshot.Matches(run.Generated[name + ".g.cs"], name);
    }

    [Fact]
    public void A_parameter_may_be_named_as_what_the_request_names_for_itself() => Design.Compiles(GeneratorRun.Of("""
        namespace Shop;

        [Table("matches")]
        [GlobalIndex("byRound", PartitionKeys = ["a", "b"], SortKeys = ["c", "d"])]
        public sealed partial class Matches;

        [Entity<Matches>]
        [Key("MATCH#{Id}", "MATCH")]
        [MultiAttributeKey("byRound")]
        public sealed partial record Match(Guid Id)
        {
            [AttributeName("a")] public required string Key0 { get; init; }
            [AttributeName("b")] public required string Upper1 { get; init; }
            [AttributeName("c")] public required string Sort0 { get; init; }
            [AttributeName("d")] public required DateTimeOffset At { get; init; }
        }

        [Repository<Match>]
        public partial interface IMatches
        {
            [Index("byRound")] IAsyncEnumerable<Match> Of(string upper1, string key0, string sort0);
            [Index("byRound")] IAsyncEnumerable<Match> Between(string key0, string upper1, string sort0, DateTimeOffset? from = null, DateTimeOffset? to = null);
        }
        """));

    [Theory]
    [InlineData("IAsyncEnumerable<Match> Of(string tournament);", "'Region' of the partition key")]
    [InlineData("IAsyncEnumerable<Match> Of(string tournament, Region region, DateTimeOffset at);", "the next is 'Round'")]
    [InlineData("IAsyncEnumerable<Match> Of(string tournament, Region region, int fromRound, DateTimeOffset at);", "'at' is no part of")]
    public void The_attributes_of_a_key_are_given_from_the_left(string method, string reason)
    {
        var run = GeneratorRun.Of(Entity + $"[Repository<Match>] public partial interface IMatches {{ [Index(\"byRound\")] {method} }}");
        var problem = Assert.Single(Design.Problems(run));

        Assert.Equal(DeclarationRule.UnservedPattern, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PartitionKeys = []", "1 to 4 PartitionKeys")]
    [InlineData("PartitionKeys = [\"a\", \"b\", \"c\", \"d\", \"e\"]", "1 to 4 PartitionKeys")]
    [InlineData("PartitionKeys = [\"a\"], SortKeys = [\"b\", \"c\", \"d\", \"e\", \"f\"]", "at most 4 SortKeys")]
    [InlineData("PartitionKeys = [\"a\", \"a\"]", "each its own")]
    [InlineData("PartitionKeys = [\"a\", \"\"]", "have names")]
    [InlineData("PartitionKey = \"a\", SortKeys = [\"b\"]", "either one attribute")]
    [InlineData("PartitionKeys = [\"a\", \"b\"], PartitionKeyTypes = [KeyAttributeType.Number]", "one type for each attribute")]
    [InlineData("PartitionKeys = [\"a\", \"pk\"], PartitionKeyTypes = [KeyAttributeType.String, KeyAttributeType.Number]", "a key of two types")]
    [InlineData("SortKey = \"a\"", "two different key attributes")]
    public void An_index_whose_keys_cannot_be_is_refused(string keys, string reason)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of($"[Table(\"t\")] [GlobalIndex(\"index\", {keys})] public sealed partial class T;")));

        Assert.Equal(DeclarationRule.TableOrIndex, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[MultiAttributeKey(\"missing\")]", "string A, int B", DeclarationRule.TableOrIndex)]
    [InlineData("[MultiAttributeKey(\"several\"), MultiAttributeKey(\"several\")]", "string A, int B", DeclarationRule.TableOrIndex)]
    [InlineData("[MultiAttributeKey(\"single\")]", "string A, int B", DeclarationRule.TableOrIndex)]
    [InlineData("[Key(\"several\", \"{A}\", \"{B}\")]", "string A, int B", DeclarationRule.TableOrIndex)]
    [InlineData("[MultiAttributeKey(\"several\")]", "string A", DeclarationRule.TableOrIndex)]
    [InlineData("[MultiAttributeKey(\"several\")]", "string A, string B", DeclarationRule.KeyTemplate)]
    [InlineData("[MultiAttributeKey(\"several\")]", "TimeSpan A, int B", DeclarationRule.KeyType)]
    [InlineData("[MultiAttributeKey(\"several\")]", "bool A, int B", DeclarationRule.KeyType)]
    [InlineData("[MultiAttributeKey(\"several\")]", "List<string> A, int B", DeclarationRule.KeyType)]
    public void A_key_of_properties_that_are_none_is_refused(string keys, string members, object rule)
    {
        var run = GeneratorRun.Of($$"""
            [Table("t")]
            [GlobalIndex("several", PartitionKeys = ["A"], SortKeys = ["B"], SortKeyTypes = [KeyAttributeType.Number])]
            [GlobalIndex("single", PartitionKey = "x")]
            public sealed partial class T;
            [Entity<T>] [Key("A#{Id}", "A")] {{keys}} public sealed partial record Thing(int Id, {{members}});
            """);

        Assert.Equal(rule, Assert.Single(Design.Problems(run)).Rule);
        Assert.Empty(Design.Unexpected(run));
    }
}
