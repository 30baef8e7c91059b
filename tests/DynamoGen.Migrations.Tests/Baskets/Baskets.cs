namespace DynamoGen.Migrations.Tests.Baskets;

[Table("baskets", PartitionKey = "pk", SortKey = "sk")]
public sealed partial class BasketTable;

[Table("basket-lines", PartitionKey = "pk", SortKey = "sk")]
public sealed partial class LineTable;

/// <summary>A basket with all of its lines in one item.</summary>
[Entity<BasketTable>]
[Key("CUSTOMER#{Customer}", "BASKET#{BasketId}")]
public sealed partial record Basket
{
    public required string Customer { get; init; }

    public required int BasketId { get; init; }

    /// <summary>What is bought, and how many of it.</summary>
    public required IReadOnlyDictionary<string, int> Pieces { get; init; }
}

/// <summary>One line of a basket.</summary>
[Entity<LineTable>]
[Key("C#{Customer}", "B#{BasketId}#L#{Product}")]
public sealed partial record BasketLine
{
    public required string Customer { get; init; }

    public required int BasketId { get; init; }

    public required string Product { get; init; }

    public required int Pieces { get; init; }
}

[Repository<Basket>]
public partial interface IBaskets
{
    ValueTask<Basket?> Get(string customer, int basketId, CancellationToken cancellationToken = default);

    ValueTask Put(Basket basket, CancellationToken cancellationToken = default);

    ValueTask<bool> Create(Basket basket, CancellationToken cancellationToken = default);

    ValueTask Delete(string customer, int basketId, CancellationToken cancellationToken = default);
}

[Repository<BasketLine>]
public partial interface IBasketLines
{
    IAsyncEnumerable<BasketLine> OfBasket(string customer, int basketId, CancellationToken cancellationToken = default);

    IAsyncEnumerable<BasketLine> OfCustomer(string customer, CancellationToken cancellationToken = default);

    ValueTask<BasketLine?> Get(string customer, int basketId, string product, CancellationToken cancellationToken = default);

    ValueTask Put(BasketLine line, CancellationToken cancellationToken = default);

    ValueTask<bool> Create(BasketLine line, CancellationToken cancellationToken = default);

    [Update("SET Pieces = {pieces}")]
    ValueTask<BasketLine> ChangePieces(string customer, int basketId, string product, int pieces, CancellationToken cancellationToken = default);

    ValueTask Delete(string customer, int basketId, string product, CancellationToken cancellationToken = default);
}

/// <summary>Baskets become lines, and back.</summary>
internal static class Lines
{
    public static BasketLine[] Of(Basket basket) =>
    [
        .. basket.Pieces.Select(piece => new BasketLine
        {
            Customer = basket.Customer,
            BasketId = basket.BasketId,
            Product = piece.Key,
            Pieces = piece.Value >= 0 ? piece.Value : throw new InvalidOperationException("There are no fewer pieces than none."),
        }),
    ];

    public static Basket Basket(IReadOnlyList<BasketLine> lines) => new()
    {
        Customer = lines[0].Customer,
        BasketId = lines[0].BasketId,
        Pieces = lines.ToDictionary(line => line.Product, line => line.Pieces),
    };
}

#pragma warning disable DG9003 // Single lines are written only while the lines lead, and read only of a basket.
[Migration<Basket, BasketLine>(typeof(IBaskets), typeof(IBasketLines), Group = nameof(IBasketLines.OfBasket))]
public sealed partial class SplitMigration
{
    public static IEnumerable<BasketLine> Forward(Basket basket) => Lines.Of(basket);

    public static Basket Backward(IReadOnlyList<BasketLine> lines) => Lines.Basket(lines);
}

[Migration<BasketLine, Basket>(typeof(IBasketLines), typeof(IBaskets), Group = nameof(IBasketLines.OfBasket))]
public sealed partial class MergeMigration
{
    public static Basket Forward(IReadOnlyList<BasketLine> lines) => Lines.Basket(lines);

    public static BasketLine[] Backward(Basket basket) => Lines.Of(basket);
}

/// <summary>There is no way back.</summary>
[Migration<Basket, BasketLine>(typeof(IBaskets), typeof(IBasketLines), Group = nameof(IBasketLines.OfBasket))]
public sealed partial class OneWaySplitMigration
{
    /// <summary>A product whose basket becomes a line of another basket.</summary>
    public const string Misplaced = "misplaced";

    /// <summary>A product whose basket becomes two lines of one key.</summary>
    public const string Twice = "twice";

    public static IEnumerable<BasketLine> Forward(Basket basket) => Lines.Of(basket).SelectMany(line => line.Product switch
    {
        Misplaced => [line with { BasketId = line.BasketId + 1 }],
        Twice => [line, line],
        _ => new[] { line },
    });
}
