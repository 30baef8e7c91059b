using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Orders;

[Table("shop")]
public sealed partial class Shop;

[Entity<Shop>]
[Key("ORDER#{Id}", "ORDER")]
public sealed partial record Order(int Id);

[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order?> Get(int id);
}

internal static class Program
{
    public static async Task Run(string[] args)
    {
        // 1
    }
}
