using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Testing.Tests;

[Table("shop")]
public sealed partial class Shop;

[Entity<Shop>]
[Key("CUSTOMER#{CustomerId}", "ORDER#{OrderId}")]
public sealed partial record Order(string CustomerId, int OrderId, decimal Total);

[Entity<Shop>]
[Key("CUSTOMER#{CustomerId}", "CREDIT")]
public sealed partial record Credit(string CustomerId, decimal Amount);

[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order?> Get(string customerId, int orderId, CancellationToken cancellationToken = default);

    IAsyncEnumerable<Order> OfCustomer(string customerId);

    ValueTask<Page<Order>> Page(string customerId, int limit, string? cursor);

    ValueTask Put(Order order, CancellationToken cancellationToken = default);

    ValueTask Create(Order order);

    [Delete]
    ValueTask Remove(string customerId, int orderId);

    [Update("SET Total = Total + {by}")]
    ValueTask<bool> UpdateTotal(string customerId, int orderId, decimal by);

    ValueTask PutMany(IEnumerable<Order> orders);

    IAsyncEnumerable<Order> GetMany(IEnumerable<Order.PrimaryKey> keys);

    WriteAction PutAction(Order order);

    ReadAction<Order> GetAction(string customerId, int orderId);
}

[Repository<Credit>]
public partial interface ICredits
{
    ValueTask<Credit?> Get(string customerId);

    ValueTask Put(Credit credit);

    [Update("SET Amount = Amount - {by}"), Condition("Amount >= {by}")]
    WriteAction UpdateAction(string customerId, decimal by);

    [Condition("Amount >= {amount}")]
    WriteAction CheckAction(string customerId, decimal amount);

    WriteAction DeleteAction(string customerId);

    ReadAction<Credit> GetAction(string customerId);
}

/// <summary>What the application calls at its start, and its tests too.</summary>
public static class ShopServices
{
    public static IServiceCollection AddShop(this IServiceCollection services)
    {
        services.AddDynamoGen(options => options.TableNamePrefix = "production-").AddRepository<IOrders>().AddRepository<ICredits>();
        return services;
    }
}

/// <summary>The code that is tested: an order is taken if the customer's credit lasts.</summary>
public sealed class Checkout(IOrders orders, ICredits credits, ITransactions transactions)
{
    public async Task<bool> PlaceAsync(Order order)
    {
        try
        {
            await transactions.Named("Checkout").WriteAsync([orders.PutAction(order), credits.UpdateAction(order.CustomerId, order.Total)]);
            return true;
        }
        catch (TransactionFailedException failed) when (failed.Failures is [{ Slot: 1, Reason: TransactionFailureReason.ConditionFailed }])
        {
            return false;
        }
    }
}
