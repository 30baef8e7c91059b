using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>Which parameters bound a range of sort keys, and which cannot.</summary>
public sealed class BoundTests
{
    private const string Entity = """
        public enum Unsorted { Low, High }
        public enum Sorted { A, B }
        [Entity<ShopTable>]
        [Key("A#{Id}", "{Day}#{Rank}#{Name}")]
        [Key("gsi1", "B#{Id}", "{Level}#{Day}")]
        public sealed partial record Thing(int Id, DateOnly Day, int Rank, string Name, Sorted Level);

        """;

    [Theory]
    [InlineData("IAsyncEnumerable<Thing> Q(int id, DateOnly after, DateOnly before);")]
    [InlineData("IAsyncEnumerable<Thing> Q(int id, DateOnly dayAfter, DateOnly? toDay);")]
    [InlineData("IAsyncEnumerable<Thing> Q(int id, DateOnly afterDay, int afterRank, string? afterName);")]
    [InlineData("IAsyncEnumerable<Thing> Q(int id, DateOnly fromDay, int? fromRank, DateOnly beforeDay, int beforeRank, string beforeName);")]
    [InlineData("IAsyncEnumerable<Thing> Q(int id, DateOnly? day);")]
    [InlineData("IAsyncEnumerable<Thing> Q(int id, DateOnly day, int? rank = null);")]
    [InlineData("ValueTask<long> Count(int id, DateOnly day, int rank, string? prefix = null);")]
    [InlineData("[Index(\"gsi1\")] IAsyncEnumerable<Thing> Q(int id, Sorted? from, Sorted? before);")]
    [InlineData("ValueTask<Page<Thing>> Q(int id, bool descending, int limit, string? cursor);")]
    [InlineData("[Index(\"gsi1\")] ValueTask<Thing?> Q(int id, bool descending);")]
    [InlineData("[Index(\"gsi1\")] ValueTask<IReadOnlyList<Thing>> Q(int id, bool descending, int? limit);")]
    public void What_a_sort_key_answers_compiles(string method) => Design.Compiles(Source(method));

    [Theory]
    [InlineData("IAsyncEnumerable<Thing> Q(int id, int after);", "parameter 'after' is int, but 'Day' is System.DateOnly")]
    [InlineData("IAsyncEnumerable<Thing> Q(int id, DateOnly afterDay, string afterName);", "parameter 'afterName' is no part of the table's key")]
    [InlineData("IAsyncEnumerable<Thing> Q(int id, DateOnly fromDay, int afterRank);", "parameter 'afterRank' is no part of the table's key")]
    [InlineData("IAsyncEnumerable<Thing> Q(int id, DateOnly from, DateOnly after);", "parameter 'after' is no part of the table's key")]
    [InlineData("IAsyncEnumerable<Thing> Q(int id, DateOnly? day, int rank);", "parameter 'rank' is no part of the table's key")]
    [InlineData("IAsyncEnumerable<Thing> Q(int? id);", "parameter 'id' may be null, but a key needs its value")]
    [InlineData("ValueTask<Thing?> Get(int id, DateOnly day, int rank, string? name);", "parameter 'name' may be null, but a key needs its value")]
    [InlineData("[Descending] IAsyncEnumerable<Thing> Q(int id, bool descending);", "say two things of its order")]
    [InlineData("ValueTask<long> Count(int id, bool descending);", "parameter 'descending' is no part of the table's key")]
    public void What_no_sort_key_answers_is_refused(string method, string reason)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Source(method))));
        Assert.Contains(reason, string.Join(" ", problem.Arguments), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{Day:yyyyMM}#{Rank}", "DateOnly fromDay, int fromRank")]
    [InlineData("{At:yyyy-MM-ddTHH:mm:ss.fffffffZ}#{Rank}", "DateOnly fromAt, int fromRank")]
    public void Nothing_refines_a_bound_that_is_not_all_of_its_value(string sort, string bounds)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Shop.Table, $$"""
            namespace Shop;
            [Entity<ShopTable>] [Key("A#{Id}", "{{sort}}")] public sealed partial record Thing(int Id, DateOnly Day, DateTimeOffset At, int Rank);
            [Repository<Thing>] public partial interface IThings { IAsyncEnumerable<Thing> Q(int id, {{bounds}}); }
            """)));
        Assert.Contains("parameter 'fromRank' is no part of the table's key", string.Join(" ", problem.Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void An_enum_whose_names_are_in_another_order_has_no_bounds()
    {
        var source = Source("[Index(\"gsi1\")] IAsyncEnumerable<Thing> Q(int id, Unsorted from);").Replace("Sorted Level", "Unsorted Level");
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + source)));
        Assert.Contains("parameter 'from' is no part of the key of index 'gsi1'", string.Join(" ", problem.Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void Decimals_of_a_numeric_key_have_no_exclusive_bounds()
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Shop.Table, """
            namespace Shop;
            [Table("levels", SortKeyType = KeyAttributeType.Number)] public sealed partial class Levels;
            [Entity<Levels>] [Key("A#{Id}", "{Level}")] public sealed partial record Reading(int Id, decimal Level);
            [Repository<Reading>] public partial interface IReadings { IAsyncEnumerable<Reading> Q(int id, decimal after); }
            """)));
        Assert.Contains("bounds 'Level' exclusively, which a range of decimals or bytes cannot be; take 'fromLevel'", string.Join(" ", problem.Arguments),
            StringComparison.Ordinal);
    }

    private static string Source(string method) => Entity + $"[Repository<Thing>] public partial interface IThings {{ {method} }}";
}
