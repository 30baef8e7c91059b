using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>Fields have the operators that DynamoDB has for what is stored, and a filter of them goes where a declared one goes.</summary>
public sealed class GivenFilterTests
{
    private const string Others = """
        [Entity<ShopTable>] [Key("O#{Id}", "O")] [Key("gsi1", "O#{Id}", "O")] public sealed partial record Other(string Id, string? Note);
        [Entity<ShopTable>] [Key("L#{Seller}", "X")] public sealed partial record Extra(string Seller) : ISold;
        [ItemCollection(typeof(Sale), typeof(Extra))] public interface ISold;
        [ItemCollection] public sealed partial record Shelf { public required IReadOnlyList<Sale> Sales { get; init; } }
        [Entity<ShopTable>] [Key("L#{Seller}", "{Number}")] public sealed partial record Sale(string Seller, int Number) : ISold;

        """;

    [Theory]
    [InlineData("f.Price > 10 && f.Price <= 20.5m || !(f.Price == 7)")]
    [InlineData("f.Title.StartsWith(\"a\") & f.Title.Contains(\"b\") & f.Title != \"c\" & f.Title.Size < 5 & f.Title.Between(\"a\", \"b\")")]
    [InlineData("f.Grade == Grade.High | f.Grade.In(Grade.Low, Grade.High) | f.Grade.In(new List<Grade>())")]
    [InlineData("f.Rank >= Grade.High & f.Code == Guid.Empty & f.Open == true & f.At < DateTimeOffset.MaxValue & f.Until.Between(default, default)")]
    [InlineData("f.Numbers.Contains(5) & f.Numbers.Size == 2 & f.Tags.Contains(\"x\") & f.Points.Contains(new Points(3))")]
    [InlineData("f.Counts.Size > 1 & f.Photo.Size >= 9 & f.Home.Town.Streets.Size == 0")]
    [InlineData("f.Home.Town.Name == \"Nan\" & f.Home.Exists == \"a\"")]
    [InlineData("f.Second.Town.Zip.IsAbsent() & f.Tree.Name == \"x\" & f.Second.Exists() & f.Home.Other.Streets.Contains(\"x\")")]
    [InlineData("f.Pair.Exists() & f.Tree.IsAbsent() & f.Where != \"x\" & f.Where.IsAbsent() & f.Score == new Points(3) & f.Votes < 3")]
    [InlineData("null")]
    public void A_field_has_what_DynamoDB_has_for_what_is_stored(string filter) =>
        Design.Compiles(Listings.Entity + $"public static class Use {{ public static ItemFilter<Listing>? It() => ListingFields.Where2(f => {filter}); }}");

    [Theory]
    [InlineData("f.Code < Guid.Empty")]
    [InlineData("f.Grade > Grade.Low")]
    [InlineData("f.Open >= true")]
    [InlineData("f.Score < new Points(3)")]
    [InlineData("f.Price.StartsWith(\"1\")")]
    [InlineData("f.Price == \"1\"")]
    [InlineData("f.Price == null")]
    [InlineData("f.Tree.Branches.Name == \"x\"")]
    [InlineData("f.Numbers.Contains(\"x\")")]
    [InlineData("f.Title > f.Seller")]
    public void What_DynamoDB_does_not_have_for_it_does_not_compile(string filter) => Assert.Contains(
        GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Listings.Entity
            + $"public static class Use {{ public static ItemFilter<Listing>? It() => ListingFields.Where2(f => {filter}); }}").Complaints(),
        complaint => complaint.Id is "CS0019" or "CS1061" or "CS1929" or "CS1503" or "CS0029" or "CS1662");

    [Theory]
    [InlineData("Shop.ListingFields")]
    [InlineData("Shop.IListings")]
    public void The_text_of_fields_and_of_a_method_that_takes_a_filter_stays(string name) =>
        Snapshot.Matches(Design.Compiles(Listings.Entity + Listings.Repository).Generated[name + ".g.cs"], name);

    [Theory]
    [InlineData("IAsyncEnumerable<Sale> Of(string seller, ItemFilter<Sale>? filter);")]
    [InlineData("ValueTask<IReadOnlyList<Sale>> Of(string seller, ItemFilter<Sale> filter);")]
    [InlineData("ValueTask<Sale[]> Of(string seller, int from, int to, ItemFilter<Sale>? writer);")]
    [InlineData("ValueTask<Page<Sale>> Of(string seller, ItemFilter<Sale>? filter, int limit, string? cursor);")]
    [InlineData("[Query] ValueTask<Sale?> First(string seller, ItemFilter<Sale>? filter);")]
    [InlineData("ValueTask<long> Count(string seller, ItemFilter<Sale>? filter);")]
    [InlineData("ValueTask<bool> Exists(string seller, ItemFilter<Sale>? filter);")]
    [InlineData("ValueTask<bool> Exists(string seller, int number, ItemFilter<Sale>? filter);")]
    [InlineData("[AllowScan(\"few\")] IAsyncEnumerable<Sale> All(int segments, ItemFilter<Sale>? filter);")]
    [InlineData("[AllowScan(\"few\")] ValueTask<long> CountAll(ItemFilter<Sale>? filter);")]
    [InlineData("ValueTask<Response<Sale[]>> Of(string seller, ItemFilter<Sale>? filter);")]
    [InlineData("ValueTask<Sale.PrimaryKey[]> KeysOf(string seller, ItemFilter<Sale>? filter);")]
    public void A_filter_goes_with_every_query_and_scan(string method) => Design.Compiles(Source(method));

    [Theory]
    [InlineData("ValueTask<Sale?> Get(string seller, int number, ItemFilter<Sale>? filter);", "it takes the filter 'filter', which means nothing to a GetItem")]
    [InlineData("ValueTask Delete(string seller, int number, ItemFilter<Sale>? filter);", "it takes the filter 'filter', which means nothing to a")]
    [InlineData("ValueTask Put(Sale sale, ItemFilter<Sale>? filter);", "a write has a [Condition]")]
    [InlineData("ValueTask<Shelf?> Whole(string seller, ItemFilter<Sale>? filter);", "it would leave out items of the other entities")]
    [InlineData("IAsyncEnumerable<ISold> Sold(string seller, ItemFilter<Sale>? filter);", "the filter 'filter' is of one entity, and 'ISold' of several")]
    [InlineData("IAsyncEnumerable<Sale> Of(string seller, ItemFilter<Other>? filter);", "which is one of Other; take an ItemFilter<Sale>")]
    [InlineData("IAsyncEnumerable<Sale> Of(string seller, ItemFilter<Sale>? a, ItemFilter<Sale>? b);", "takes the filters 'a' and 'b'; take one")]
    public void A_filter_goes_nowhere_else(string method, string reason) =>
        Assert.Contains(reason, string.Join(" ", Problem(Source(method)).Arguments), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Fields<Use>] public sealed partial class SaleFields; public sealed class Use;", "'Use' is not marked with [Entity]")]
    [InlineData("[Fields<Sale>] public sealed partial class SaleFields(int count);", "fields are made without arguments")]
    [InlineData("[Fields<Sale>] public sealed partial record SaleFields;", "it must be a class")]
    [InlineData("[Fields<Sale>] public static partial class SaleFields;", "it must not be static")]
    [InlineData("[Fields<Sale>] public sealed class SaleFields;", "'SaleFields' must be partial")]
    public void A_type_that_cannot_have_fields_is_refused(string declaration, string reason) =>
        Assert.Contains(reason, string.Join(" ", Problem(Others + declaration).Arguments), StringComparison.Ordinal);

    [Fact]
    public void A_property_that_the_type_declares_is_its_own_and_one_whose_value_was_another_has_no_field()
    {
        var text = Design.Compiles("""
            [Entity<ShopTable>(Version = 2)] [Key("A#{Id}", "A")]
            public sealed partial record Thing(string Id, string? Own)
            {
                public string? Remark { get; init; }
                public int Score { get; init; }
                [Upcast(1, nameof(Remark), StoredAs = "Note")] internal static string? RemarkOf(string? note) => note;
                [Upcast(1, nameof(Score))] internal static int ScoreOf(string stored) => stored.Length;
            }

            [Fields<Thing>] public sealed partial class ThingFields { public string Own => "mine"; }
            """).Generated["Shop.ThingFields.g.cs"];

        Assert.Contains("FieldAbsence.Null, \"Remark\", \"Note\")", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" Score ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" Own ", text, StringComparison.Ordinal);
    }

    private static DeclarationProblem Problem(string source) => Design.Problems(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + source))[0];

    private static string Source(string method) => Others + $"[Repository<Sale>] public partial interface ISales {{ {method} }}";
}
