using DynamoGen.Analyzers.Migrations;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Migrations;

/// <summary>Whether items that are made of others, several of one or one of several, are of the same group as these.</summary>
public sealed class GroupKeyTests
{
    private const string Split = "basket.Products.Select(product => new Line { Customer = basket.Customer, BasketId = basket.Id, Product = product })";
    private const string Merge = "new() { Customer = lines[0].Customer, Id = lines[0].BasketId, Products = lines.Select(line => line.Product).ToList() }";

    [Theory]
    [InlineData(Split, Merge)]
    [InlineData("Made(basket)", "Joined(lines)")]
    [InlineData("new[] { new Line { Customer = basket.Customer.Trim(), BasketId = Number(basket), Product = basket.Alias } }", Merge)]
    [InlineData(Split, "new() { Customer = lines.First().Customer, Id = lines.Max(line => line.BasketId), Products = new List<string>() }")]
    public async Task What_is_of_the_same_group_or_not_seen_is_left_alone(string split, string merge) => Assert.Empty(await Found(split, merge));

    [Theory]
    [InlineData("new[] { new Line { Customer = basket.Alias, BasketId = basket.Id, Product = \"p\" } }", Merge,
        "'Customer' in the key of 'Line' takes 'Alias', and the group of 'Basket' is known by 'Customer': the item is of another group, where nobody looks for it")]
    [InlineData("basket.Products.Select(product => new Line { Customer = basket.Customer, BasketId = 7, Product = product })", Merge,
        "'BasketId' in the key of 'Line' takes a constant")]
    [InlineData(Split, "new() { Customer = lines[0].Product, Id = lines[0].BasketId, Products = new List<string>() }",
        "'Customer' in the key of 'Basket' takes 'Product', and the group of 'Line' is known by 'Customer'")]
    public async Task What_is_of_another_group_is_an_error(string split, string merge, string message)
    {
        var found = Assert.Single(await Found(split, merge));
        Assert.Equal("DG9004", found.Id);
        Assert.StartsWith(message, found.GetMessage(), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Found(string split, string merge) => Diagnosis.Of<MigratedKeyAnalyzer>($$"""
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using DynamoGen;

        [Table("baskets", PartitionKey = "pk", SortKey = "sk")] sealed partial class BasketTable;
        [Table("lines", PartitionKey = "pk", SortKey = "sk")] sealed partial class LineTable;

        [Entity<BasketTable>] [Key("C#{Customer}", "B#{Id}")]
        sealed partial record Basket
        {
            public required string Customer { get; init; }
            public required int Id { get; init; }
            public string Alias { get; init; } = "";
            public required IReadOnlyList<string> Products { get; init; }
        }

        [Entity<LineTable>] [Key("C#{Customer}", "B#{BasketId}#L#{Product}")]
        sealed partial record Line
        {
            public required string Customer { get; init; }
            public required int BasketId { get; init; }
            public required string Product { get; init; }
        }

        [Repository<Basket>] partial interface IBaskets { ValueTask<Basket?> Get(string customer, int id); }
        [Repository<Line>] partial interface ILines { IAsyncEnumerable<Line> OfBasket(string customer, int basketId); }

        [Migration<Basket, Line>(typeof(IBaskets), typeof(ILines), Group = nameof(ILines.OfBasket))]
        sealed partial class BasketMigration
        {
            public static IEnumerable<Line> Forward(Basket basket) => {{split}};
            public static Basket Backward(IReadOnlyList<Line> lines) => {{merge}};
            private static int Number(Basket basket) => basket.Id;
            private static IEnumerable<Line> Made(Basket basket) => [];
            private static Basket Joined(IReadOnlyList<Line> lines) => new() { Customer = lines[0].Customer, Id = 1, Products = [] };
        }
        """);
}
