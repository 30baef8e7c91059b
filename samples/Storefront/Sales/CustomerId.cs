namespace Storefront.Sales;

public readonly record struct CustomerId(string Value);
