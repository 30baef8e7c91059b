namespace Northwind.Data;

/// <summary>A category of products as the source data has it.</summary>
public sealed record SourceCategory
{
    public required int Id { get; init; }
    public required string CategoryName { get; init; }
    public required string Description { get; init; }
}
