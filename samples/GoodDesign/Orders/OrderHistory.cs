using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;

namespace GoodDesign.Orders;

public sealed class OrderHistory(IAmazonDynamoDB client, IDynamoDBContext context)
{
    public Task<List<OrderRow>> OfCustomerAsync(string customerId, CancellationToken cancellationToken) =>
        context.QueryAsync<OrderRow>(customerId).GetRemainingAsync(cancellationToken);

    public async Task<decimal> TotalAsync(string customerId, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = "orders",
            KeyConditionExpression = "customerId = :customer",
            ExpressionAttributeValues = new() { [":customer"] = new AttributeValue(customerId) },
        };
        var total = 0m;
        await foreach (var page in client.Paginators.Query(request).Responses.WithCancellation(cancellationToken))
        {
            total += page.Items.Sum(item => decimal.Parse(item["total"].N, CultureInfo.InvariantCulture));
        }

        return total;
    }

    public Task<QueryResponse> OpenAsync(string customerId, CancellationToken cancellationToken) =>
        client.QueryAsync(
            new QueryRequest
            {
                TableName = "orders",
                KeyConditionExpression = "customerId = :customer",
                FilterExpression = "#status = :open",
                ExpressionAttributeNames = new() { ["#status"] = "status" },
                ExpressionAttributeValues = new() { [":customer"] = new AttributeValue(customerId), [":open"] = new AttributeValue("open") },
            },
            cancellationToken);

    public Task<QueryResponse> SinceAsync(string customerId, int number, CancellationToken cancellationToken) =>
        client.QueryAsync(
            new QueryRequest
            {
                TableName = "orders",
                KeyConditionExpression = "customerId = :customer AND orderKey > :number",
                ExpressionAttributeValues = new() { [":customer"] = new AttributeValue(customerId), [":number"] = new AttributeValue($"ORDER#{number:D10}") },
            },
            cancellationToken);

    public Task<QueryResponse> InvoicedAsync(string customerId, CancellationToken cancellationToken) =>
        client.QueryAsync(
            new QueryRequest
            {
                TableName = "orders",
                KeyConditionExpression = "customerId = :customer AND begins_with(orderKey, :invoice)",
                ExpressionAttributeValues = new() { [":customer"] = new AttributeValue(customerId), [":invoice"] = new AttributeValue("INVOICE#") },
            },
            cancellationToken);

    public Task<QueryResponse> OfCarrierAsync(string carrier, CancellationToken cancellationToken) =>
        client.QueryAsync(
            new QueryRequest
            {
                TableName = "orders",
                IndexName = "by-carrier",
                KeyConditionExpression = "carrier = :carrier",
                ExpressionAttributeValues = new() { [":carrier"] = new AttributeValue(carrier) },
            },
            cancellationToken);

    public async Task<string> NoteAsync(string customerId, string orderKey, CancellationToken cancellationToken)
    {
        var key = new Dictionary<string, AttributeValue> { ["customerId"] = new(customerId), ["orderKey"] = new(orderKey) };
        var response = await client.GetItemAsync("orders", key, cancellationToken);
        return response.Item is { } order && order.TryGetValue("note", out var note) ? note.S : "";
    }
}
