using System.Globalization;
using DynamoGen.Streams.Sinks;
using DynamoGen.Streams.Tests.Records;
using DynamoGen.Streams.Tests.Shop;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>Changes of orders for the tests of sinks. An order's status is what its event tells.</summary>
internal static class Changes
{
    public static StreamRecord Inserted(string item, string status, int number) =>
        Event.Read(Event.Json("INSERT", null, Image(item, status), Number(number), Keys(item)));

    public static StreamRecord Removed(string item, string status, int number) =>
        Event.Read(Event.Json("REMOVE", Image(item, status), null, Number(number), Keys(item)));

    /// <summary>A change whose image is not that of an order.</summary>
    public static StreamRecord Damaged(string item, int number) => Event.Read(Event.Json(
        "INSERT", null, Image(item, "x").Replace("\"Status\"", "\"Other\"", StringComparison.Ordinal), Number(number), Keys(item)));

    /// <summary>A change of an entity that is in no map.</summary>
    public static StreamRecord OfCustomer(int number) => Event.Read(Event.Json(
        "INSERT", null, Event.Item<Customer, Customer.Marshaller>(new Customer { CustomerId = "c", Email = "e" }), Number(number)));

    public static StreamRecord[] Of(params string[] statuses) => [.. statuses.Select((status, i) => Inserted("item" + i, status, 100 + i))];

    public static EntityMap<TEvent?> Map<TEvent>(Func<string, StreamChange, TEvent?> make)
        where TEvent : class => new EntityMap<TEvent?>().Add<Order, Order.Marshaller>((order, change) => make(order.Status, change));

    private static string Image(string item, string status) =>
        Event.Item<Order, Order.Marshaller>(new Order { CustomerId = item, OrderId = 1, Status = status });

    private static string Keys(string item) => $$$"""{"pk":{"S":"{{{item}}}"},"sk":{"S":"b"}}""";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
