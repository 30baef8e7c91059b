using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DynamoGen.Streams;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Sinks;
using DynamoGen.Streams.Sinks.Events;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Streams.Sinks.Topics;

namespace Orders;

[Table("shop", Stream = StreamView.NewAndOldImages)]
public sealed partial class Shop;

[Entity<Shop>]
[Key("ORDER#{OrderId}", "ORDER")]
public sealed partial record Order(int OrderId, string Status);

public sealed record OrderChanged(int OrderId, string Status);

public sealed record OrderPlaced(int OrderId);

public interface IBlobs
{
    ValueTask<string> PutAsync(string id, string text, CancellationToken cancellationToken);
}

public sealed class Json
{
    public static Json Default { get; } = new();

    public JsonTypeInfo<OrderChanged> OrderChanged => throw new NotSupportedException();

    public JsonTypeInfo<OrderPlaced> OrderPlaced => throw new NotSupportedException();
}

internal static class Use
{
    public static void Sinks()
    {
        // 1
    }

    public static SinkOptions<TopicMessage> TooLarge(IBlobs store) =>
        // 2
        ;
}
