using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace BadDesign.Catalog;

public sealed class ProductSearch(IAmazonDynamoDB client)
{
    public async Task<IReadOnlyList<string>> OfSupplierAsync(string supplier, CancellationToken cancellationToken)
    {
        var request = new ScanRequest
        {
            TableName = "products",
            FilterExpression = "supplier = :supplier",
            ExpressionAttributeValues = new() { [":supplier"] = new AttributeValue(supplier) },
        };
        var response = await client.ScanAsync(request, cancellationToken);
        return [.. response.Items.Select(item => item["title"].S)];
    }

    public async Task<string?> FirstInStockAsync(string category, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = "products",
            IndexName = "by-category",
            KeyConditionExpression = "category = :category",
            FilterExpression = "stock > :none",
            ExpressionAttributeValues = new() { [":category"] = new AttributeValue(category), [":none"] = new AttributeValue { N = "0" } },
            Limit = 1,
        };
        var response = await client.QueryAsync(request, cancellationToken);
        return response.Items is [var first, ..] ? first["title"].S : null;
    }
}
