namespace Northwind.Data;

/// <summary>A shipping company as the source data has it.</summary>
public sealed record SourceShipper
{
    public required int Id { get; init; }
    public required string CompanyName { get; init; }
    public required string Phone { get; init; }
}
