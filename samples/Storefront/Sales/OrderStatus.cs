namespace Storefront.Sales;

public enum OrderStatus
{
    Open,
    Shipped,
}
