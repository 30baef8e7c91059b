using DynamoGen.Hosting;
using DynamoGen.Streams;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Fences;
using DynamoGen.Streams.Lambda;
using Amazon.DynamoDBv2;
using Microsoft.Extensions.DependencyInjection;

namespace Orders;

public interface IOrderSearch
{
    ValueTask PutAsync(Order order, CancellationToken cancellationToken);

    ValueTask DeleteAsync(int orderId, CancellationToken cancellationToken);
}

[Entity<Shop>]
[Key("ORDER#{OrderId}", "ORDER")]
public sealed partial record Order(int OrderId, string Status);

// 1.1
// 1.2

internal static class Use
{
    public static void Register(IServiceCollection services, IOrderSearch search)
    {
        // 1.3
    }

    public static async Task Replay(IAmazonDynamoDB client, DynamoGenOptions options, OrderEvents handler, StreamFence fence)
    {
        // 2
    }
}
