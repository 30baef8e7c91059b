using System.Globalization;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;

namespace DynamoGen.Benchmarks.Orders;

/// <summary>The same order for the SDK's object mapper, reading and writing the same items.</summary>
[DynamoDBTable("orders")]
public sealed class SdkOrder
{
    [DynamoDBHashKey("pk")]
    public string PartitionKey { get; set; } = "";

    [DynamoDBRangeKey("sk")]
    public string SortKey { get; set; } = "";

    public int OrderId { get; set; }

    public string CustomerId { get; set; } = "";

    public int EmployeeId { get; set; }

    [DynamoDBProperty(typeof(InstantConverter))]
    public DateTimeOffset OrderedAt { get; set; }

    [DynamoDBProperty(typeof(InstantConverter))]
    public DateTimeOffset RequiredAt { get; set; }

    [DynamoDBProperty(typeof(DynamoDBEnumConverter))]
    public OrderStatus Status { get; set; }

    public int ShipperId { get; set; }

    public decimal Freight { get; set; }

    public string ShipName { get; set; } = "";

    public string ShipCity { get; set; } = "";

    public Order ToOrder() => new()
    {
        OrderId = OrderId,
        CustomerId = CustomerId,
        EmployeeId = EmployeeId,
        OrderedAt = OrderedAt,
        RequiredAt = RequiredAt,
        Status = Status,
        ShipperId = ShipperId,
        Freight = Freight,
        ShipName = ShipName,
        ShipCity = ShipCity,
    };

    public static SdkOrder Of(Order order) => new()
    {
        PartitionKey = Order.Keys.Primary.PartitionKey(order.OrderId),
        SortKey = Order.Keys.Primary.SortKey(),
        OrderId = order.OrderId,
        CustomerId = order.CustomerId,
        EmployeeId = order.EmployeeId,
        OrderedAt = order.OrderedAt,
        RequiredAt = order.RequiredAt,
        Status = order.Status,
        ShipperId = order.ShipperId,
        Freight = order.Freight,
        ShipName = order.ShipName,
        ShipCity = order.ShipCity,
    };

    /// <summary>The mapper has no form of its own for DateTimeOffset.</summary>
    public sealed class InstantConverter : IPropertyConverter
    {
        public DynamoDBEntry ToEntry(object value) =>
            new Primitive(((DateTimeOffset)value).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture));

        public object FromEntry(DynamoDBEntry entry) => DateTimeOffset.Parse(entry.AsString(), CultureInfo.InvariantCulture);
    }

    public sealed class DynamoDBEnumConverter : IPropertyConverter
    {
        public DynamoDBEntry ToEntry(object value) => new Primitive(((OrderStatus)value).ToString());

        public object FromEntry(DynamoDBEntry entry) => Enum.Parse<OrderStatus>(entry.AsString());
    }
}
