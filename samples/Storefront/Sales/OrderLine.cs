namespace Storefront.Sales;

public sealed record OrderLine(int ProductId, int Quantity, decimal UnitPrice);
