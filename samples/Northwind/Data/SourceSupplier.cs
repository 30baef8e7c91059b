namespace Northwind.Data;

/// <summary>A supplier as the source data has it.</summary>
public sealed record SourceSupplier
{
    public required int Id { get; init; }
    public required string CompanyName { get; init; }
    public required string ContactName { get; init; }
    public required string ContactTitle { get; init; }
    public required string Address { get; init; }
    public required string City { get; init; }
    public required string Region { get; init; }
    public required string PostalCode { get; init; }
    public required string Country { get; init; }
    public required string Phone { get; init; }
    public required string? Fax { get; init; }
    public required string? HomePage { get; init; }
}
