namespace DynamoGen.Benchmarks.Baskets;

/// <summary>An item with what items nest: lists, maps and sets.</summary>
[Entity<BasketTable>]
[Key("BASKET#{Id}", "BASKET")]
public sealed partial record Basket
{
    private static readonly string[] Labels = ["spring", "gift", "export", "fragile"];

    public required int Id { get; init; }

    public required Address ShipTo { get; init; }

    public Address? BillTo { get; init; }

    public required List<Line> Lines { get; init; }

    public required Dictionary<string, int> Counts { get; init; }

    public required HashSet<string> Tags { get; init; }

    public required List<decimal> Discounts { get; init; }

    public int? Priority { get; init; }

    public required DateOnly Day { get; init; }

    public static Basket Number(int number) => new()
    {
        Id = number,
        ShipTo = new Address("12, rue de l'Abbaye", "Reims", "FR"),
        BillTo = number % 2 == 0 ? null : new Address("Luisenstr. 48", "Münster", "DE"),
        Lines = [.. Enumerable.Range(0, 1 + (number % 6)).Select(line => new Line(11 + line, "Queso Cabrales", 14m + line, line + 1))],
        Counts = new() { ["seen"] = number, ["shared"] = 2, ["changed"] = number % 7 },
        Tags = [.. Labels.Take(1 + (number % 4))],
        Discounts = [0.05m, 0.15m],
        Priority = number % 5 == 0 ? number : null,
        Day = new DateOnly(2012, 7, 4).AddDays(number % 300),
    };
}

public sealed record Address(string Street, string City, string Country);

public sealed record Line(int ProductId, string Name, decimal Price, int Quantity);

[Table("baskets")]
public sealed partial class BasketTable;
