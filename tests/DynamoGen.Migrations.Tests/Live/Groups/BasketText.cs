using DynamoGen.Migrations.Tests.Baskets;

namespace DynamoGen.Migrations.Tests.Live.Groups;

/// <summary>Baskets as texts, which are the same for the same lines in whatever order.</summary>
internal static class BasketText
{
    public static Basket Basket(int id, params (string Product, int Pieces)[] pieces) => new()
    {
        Customer = Customer(id),
        BasketId = id,
        Pieces = pieces.ToDictionary(piece => piece.Product, piece => piece.Pieces),
    };

    public static BasketLine Line(int id, string product, int pieces) =>
        new() { Customer = Customer(id), BasketId = id, Product = product, Pieces = pieces };

    /// <summary>A customer has several baskets, which are no group.</summary>
    public static string Customer(int id) => $"c{id % 3}";

    public static string Of(Basket? basket) => basket is null ? "nothing" : Of(Lines.Of(basket));

    public static string Of(IEnumerable<BasketLine> lines) =>
        string.Join(", ", lines.OrderBy(line => line.Product, StringComparer.Ordinal).Select(line => $"{line.Pieces} {line.Product}")) is { Length: > 0 } text
            ? text
            : "nothing";
}
