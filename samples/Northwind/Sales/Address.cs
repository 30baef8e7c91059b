namespace Northwind.Sales;

/// <summary>A postal address, stored inside of the entity that it belongs to.</summary>
public sealed record Address(string Street, string City, string Region, string? PostalCode, string Country);
