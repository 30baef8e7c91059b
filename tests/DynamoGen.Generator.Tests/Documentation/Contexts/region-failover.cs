using DynamoGen.Hosting;
using DynamoGen.Regions;
using DynamoGen.Regions.Writers;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

[Table("orders", Stream = StreamView.NewAndOldImages)]
[Replica("eu-west-1"), Replica("us-east-1"), Replica("ap-southeast-1")]
[OneRegion("eu-west-1")]
public sealed partial class Orders;

// 3.1

[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order?> Get(int id);
}

internal static class Use
{
    public static void Register(IServiceCollection services)
    {
        // 1
    }

    public static async Task FailOver(IServiceProvider services)
    {
        // 2
    }

    public static void Guard(DynamoGenBuilder builder)
    {
        // 3.2
    }
}
