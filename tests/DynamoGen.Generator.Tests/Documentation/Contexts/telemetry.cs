// 1.1
// 4.1
// 5.1
using DynamoGen.Telemetry;
using DynamoGen.Telemetry.Embedded;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

[Table("shop")]
public sealed partial class ShopTable;

[Entity<ShopTable>]
[Key("ORDER#{Id}", "ORDER")]
public sealed partial record Order(int Id, string Sku);

[Entity<ShopTable>]
[Key("STOCK#{Sku}", "STOCK")]
public sealed partial record Stock(string Sku, int Count);

[Repository<Order>]
public partial interface IOrders
{
    WriteAction PutAction(Order order);
}

[Repository<Stock>]
public partial interface IStock
{
    [Update("SET Count = Count - {count}"), Condition("Count >= {count}")]
    WriteAction TakeAction(string sku, int count);
}

internal static class Use
{
    public static void Instrument(IServiceCollection services)
    {
        // 1.2
    }

    public static async Task WriteAsync(ITransactions transactions, IOrders orders, IStock stock, Order order)
    {
        // 2
    }

    public static void Tell(IServiceCollection services)
    {
        // 3
    }

    public static void Sketch(IServiceCollection services, IServiceProvider provider)
    {
        // 4.2
        // 4.3
    }

    public static void Embed(IServiceCollection services)
    {
        // 5.2
    }

    public static async Task FlushAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        // 6.1
        // 6.2
    }
}

/// <summary>That of OpenTelemetry.Extensions.Hosting, which the tests of the package use.</summary>
internal static class OpenTelemetryServices
{
    public static OpenTelemetryServices.Builder AddOpenTelemetry(this IServiceCollection services) => new(services);

    internal sealed class Builder(IServiceCollection services)
    {
        public Builder WithTracing(Action<TracerProviderBuilder> configure) => services is null || configure is null ? throw new NotSupportedException() : this;

        public Builder WithMetrics(Action<MeterProviderBuilder> configure) => services is null || configure is null ? throw new NotSupportedException() : this;
    }
}
