using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.Transport;
using DynamoGen.Transport.Clients;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

[Table("shop")]
public sealed partial class ShopTable;

[Entity<ShopTable>]
[Key("ORDER#{Id}", "ORDER")]
public sealed partial record Order(int Id);

[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order?> Get(int id);
}

[Repository<Order>]
public partial interface ICatalog
{
    ValueTask<Order?> Get(int id);
}

public sealed class DecoratedClient : AmazonDynamoDBClient;

public sealed class ClusterDaxClient : AmazonDynamoDBClient;

internal static class Use
{
    public static void Sdk(IServiceCollection services)
    {
        // 1
    }

    public static void Clients(IServiceCollection services)
    {
        // 2
    }
}
