using System.Text;
using DynamoGen.Benchmarks.Orders;
using DynamoGen.Serialization;

namespace DynamoGen.Benchmarks.Streams;

/// <summary>Events as AWS Lambda hands them over: of 100 records, half of them new orders and half modified ones.</summary>
internal static class StreamEvents
{
    public const int Count = 100;

    /// <summary>The orders that the event's images hold, in their order.</summary>
    public static List<Order> Orders { get; } =
        [.. Enumerable.Range(0, Count).SelectMany(number => number % 2 == 0 ? [Order.Number(number)] : new[] { Order.Number(number), Changed(number) })];

    public static byte[] Json { get; } = Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(",", Enumerable.Range(0, Count).Select(Record))}}]}""");

    private static Order Changed(int number) => Order.Number(number) with { Status = OrderStatus.Shipped, Freight = number };

    private static string Record(int number)
    {
        var isNew = number % 2 == 0;
        var order = isNew ? Order.Number(number) : Changed(number);
        var old = isNew ? string.Empty : $"\"OldImage\":{Item(Order.Number(number))},";
        return $$$$"""
            {"eventID":"{{{{number:x32}}}}","eventName":"{{{{(isNew ? "INSERT" : "MODIFY")}}}}","eventVersion":"1.1","eventSource":"aws:dynamodb",
            "awsRegion":"eu-west-1","dynamodb":{"ApproximateCreationDateTime":1479499740.0,
            "Keys":{"pk":{"S":"ORDER#{{{{order.OrderId}}}}"},"sk":{"S":"ORDER"}},"NewImage":{{{{Item(order)}}}},{{{{old}}}}
            "SequenceNumber":"{{{{number + 1:D28}}}}","SizeBytes":512,"StreamViewType":"NEW_AND_OLD_IMAGES"},
            "eventSourceARN":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders/stream/2016-11-18T12:09:36.000"}
            """;
    }

    private static string Item(Order order)
    {
        var writer = new WireWriter();
        writer.Item<Order, Order.Marshaller>(order);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
