using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace GoodDesign.Catalog;

public sealed class ProductSearch(IAmazonDynamoDB client)
{
    public async Task<IReadOnlyList<string>> OfSupplierAsync(string supplier, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = "products",
            IndexName = "by-supplier",
            KeyConditionExpression = "supplier = :supplier",
            ExpressionAttributeValues = new() { [":supplier"] = new AttributeValue(supplier) },
        };
        var titles = new List<string>();
        await foreach (var page in client.Paginators.Query(request).Responses.WithCancellation(cancellationToken))
        {
            titles.AddRange(page.Items.Select(item => item["title"].S));
        }

        return titles;
    }

    /// <summary>Products out of stock have no attribute that the index is by, so that the first item of the index is in stock.</summary>
    public async Task<string?> FirstInStockAsync(string category, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = "products",
            IndexName = "in-stock-by-category",
            KeyConditionExpression = "category = :category",
            ExpressionAttributeValues = new() { [":category"] = new AttributeValue(category) },
            Limit = 1,
        };
        var response = await client.QueryAsync(request, cancellationToken);
        return response.Items is [var first, ..] ? first["title"].S : null;
    }
}
