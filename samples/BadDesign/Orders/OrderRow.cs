using Amazon.DynamoDBv2.DataModel;

namespace BadDesign.Orders;

/// <summary>An order, as the object persistence model of the SDK maps it.</summary>
[DynamoDBTable("orders")]
public sealed class OrderRow
{
    [DynamoDBHashKey("customerId")]
    public string CustomerId { get; set; } = "";

    [DynamoDBRangeKey("orderKey")]
    public string OrderKey { get; set; } = "";

    [DynamoDBGlobalSecondaryIndexHashKey("by-carrier", AttributeName = "carrier")]
    public string Carrier { get; set; } = "";

    [DynamoDBProperty("total")]
    public decimal Total { get; set; }
}
