namespace Northwind.Data;

/// <summary>A product as the source data has it.</summary>
public sealed record SourceProduct
{
    public required int Id { get; init; }
    public required string ProductName { get; init; }
    public required int SupplierId { get; init; }
    public required int CategoryId { get; init; }
    public required string QuantityPerUnit { get; init; }

    /// <summary>In US dollars.</summary>
    public required decimal UnitPrice { get; init; }
    public required int UnitsInStock { get; init; }
    public required int UnitsOnOrder { get; init; }
    public required int ReorderLevel { get; init; }

    /// <summary>1 where the product is no longer sold, else 0.</summary>
    public required int Discontinued { get; init; }
}
