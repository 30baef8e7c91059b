using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Benchmarks.Orders;

/// <summary>The mapping that a team writes by hand over the SDK's low-level client.</summary>
public static class AttributeMap
{
    public static Order ToOrder(Dictionary<string, AttributeValue> item) => new()
    {
        OrderId = int.Parse(item["OrderId"].N, CultureInfo.InvariantCulture),
        CustomerId = item["CustomerId"].S,
        EmployeeId = int.Parse(item["EmployeeId"].N, CultureInfo.InvariantCulture),
        OrderedAt = DateTimeOffset.Parse(item["OrderedAt"].S, CultureInfo.InvariantCulture),
        RequiredAt = DateTimeOffset.Parse(item["RequiredAt"].S, CultureInfo.InvariantCulture),
        Status = Enum.Parse<OrderStatus>(item["Status"].S),
        ShipperId = int.Parse(item["ShipperId"].N, CultureInfo.InvariantCulture),
        Freight = decimal.Parse(item["Freight"].N, CultureInfo.InvariantCulture),
        ShipName = item["ShipName"].S,
        ShipCity = item["ShipCity"].S,
    };

    public static Dictionary<string, AttributeValue> FromOrder(Order order) => new()
    {
        ["pk"] = new() { S = Order.Keys.Primary.PartitionKey(order.OrderId) },
        ["sk"] = new() { S = Order.Keys.Primary.SortKey() },
        ["OrderId"] = new() { N = order.OrderId.ToString(CultureInfo.InvariantCulture) },
        ["CustomerId"] = new() { S = order.CustomerId },
        ["EmployeeId"] = new() { N = order.EmployeeId.ToString(CultureInfo.InvariantCulture) },
        ["OrderedAt"] = new() { S = order.OrderedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture) },
        ["RequiredAt"] = new() { S = order.RequiredAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture) },
        ["Status"] = new() { S = order.Status.ToString() },
        ["ShipperId"] = new() { N = order.ShipperId.ToString(CultureInfo.InvariantCulture) },
        ["Freight"] = new() { N = order.Freight.ToString(CultureInfo.InvariantCulture) },
        ["ShipName"] = new() { S = order.ShipName },
        ["ShipCity"] = new() { S = order.ShipCity },
    };
}
