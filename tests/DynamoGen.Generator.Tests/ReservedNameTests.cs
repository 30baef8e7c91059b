using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>A parameter of a name that has a meaning (limit, cursor, segments, from, to, prefix, before) is a value where a property has that name.</summary>
public sealed class ReservedNameTests
{
    private const string Entity = """
        using DynamoGen.Transactions;
        namespace Shop;
        [Table("t")] [GlobalIndex("byLimit", PartitionKey = "p1", SortKey = "s1")] [GlobalIndex("byFrom", PartitionKey = "p2", SortKey = "s2")]
        public sealed partial class T;
        [Entity<T>] [Key("A#{Id}", "B#{Nr}")] [Key("byLimit", "L#{Limit}", "{Cursor}#{Nr}")] [Key("byFrom", "F#{To}", "{From}#{Prefix}")]
        public sealed partial record Thing(int Id, int Nr, int Limit, string Cursor, int From, int To, string Prefix, int Segments, string Before, int CancellationToken);

        """;

    [Theory]
    [InlineData("[Update(\"SET Segments = {limit}\")] ValueTask UpdateLimit(int id, int nr, int limit);")]
    [InlineData("[Update(\"SET Segments = {segments}, Before = {before}\")] ValueTask<bool> UpdateNames(int id, int nr, int segments, string before);")]
    [InlineData("[Update(\"SET Segments = {cancellationToken}\")] ValueTask<Thing> UpdateToken(int id, int nr, int cancellationToken);")]
    [InlineData("[Update(\"SET CancellationToken = {now} ADD Segments {writer}\")] WriteAction UpdateAction(int id, int nr, int now, int writer);")]
    [InlineData("[Condition(\"Segments > {limit} AND Before <> {cursor}\")] ValueTask Put(Thing thing, int limit, string cursor);")]
    [InlineData("[Condition(\"Segments > {limit}\")] ValueTask Delete(int id, int nr, int limit);")]
    [InlineData("[Filter(\"Segments > {limit}\")] IAsyncEnumerable<Thing> Of(int id, int limit);")]
    [InlineData("[Filter(\"Before = {cursor}\")] ValueTask<IReadOnlyList<Thing>> Of(int id, string cursor);")]
    [InlineData("[Filter(\"Segments > {segments} AND Before = {before}\")] IAsyncEnumerable<Thing> Of(int id, int segments, string before, int? limit = null);")]
    [InlineData("[Index(\"byLimit\")] IAsyncEnumerable<Thing> Of(int limit);")]
    [InlineData("[Index(\"byLimit\")] ValueTask<Thing?> First(int limit, string cursor);")]
    [InlineData("[Index(\"byFrom\")] IAsyncEnumerable<Thing> Of(int to, int from);")]
    [InlineData("[Index(\"byFrom\")] IAsyncEnumerable<Thing> Of(int to, int? fromFrom = null, int? toFrom = null);")]
    [InlineData("ValueTask Put(Thing before);")]
    [InlineData("ValueTask Delete(Thing before);")]
    public void A_parameter_that_a_key_or_an_expression_uses_is_a_value(string method) =>
        Design.Compiles(GeneratorRun.Of(Entity + $"[Repository<Thing>] public partial interface IThings {{ {method} }}"));

    [Theory]
    [InlineData("[Filter(\"Segments > {limit}\")] ValueTask<Page<Thing>> Page(int id, int limit, string? cursor);")]
    [InlineData("[Index(\"byLimit\")] ValueTask<Page<Thing>> Page(int limit, string? cursor);")]
    public void A_page_keeps_its_parameters_for_itself(string method)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Entity + $"[Repository<Thing>] public partial interface IThings {{ {method} }}")));

        Assert.Equal(DeclarationRule.PatternShape, problem.Rule);
        Assert.Contains("cannot have a value named 'limit'", problem.Arguments[1], StringComparison.Ordinal);
    }
}
