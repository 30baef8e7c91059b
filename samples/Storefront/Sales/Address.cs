namespace Storefront.Sales;

public sealed record Address(string Street, string City, string? Region, string Country);
