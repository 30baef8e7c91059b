using DynamoGen.Transactions;

namespace Orders;

[Table("shop")]
public sealed partial class Shop;

[Wrapper]
public readonly partial record struct CustomerId(string Value);

[Entity<Shop>]
[Key("ORDER#{OrderId}", "ORDER")]
public sealed partial record Order(int OrderId, CustomerId CustomerId, decimal Total);

[Entity<Shop>]
[Key("CUSTOMER#{CustomerId}", "CUSTOMER")]
public sealed partial record Customer(CustomerId CustomerId, decimal Credit);

// 1

internal static class Use
{
    public static async Task Write(ITransactions transactions, IOrders orders, ICustomers customers, Order order)
    {
        // 2
    }

    public static async Task<string> Checkout(ITransactions transactions, IOrders orders, ICustomers customers, Order order)
    {
        // 3
        return "";
    }

    public static async Task Again(ITransactions transactions, IOrders orders, Order order, Guid commandId)
    {
        // 4
    }
}
