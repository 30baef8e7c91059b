using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace GoodDesign.Carts;

/// <summary>Carts are dropped a week after their last change.</summary>
public sealed class CartStore(IAmazonDynamoDB client, TimeProvider time)
{
    public Task PrepareAsync(CancellationToken cancellationToken) =>
        client.UpdateTimeToLiveAsync(
            new UpdateTimeToLiveRequest { TableName = "carts", TimeToLiveSpecification = new() { AttributeName = "expiresAt", Enabled = true } },
            cancellationToken);

    public Task SaveAsync(string cartId, List<string> products, CancellationToken cancellationToken)
    {
        var expiresAt = time.GetUtcNow().AddDays(7);
        var item = new Dictionary<string, AttributeValue>
        {
            ["cartId"] = new(cartId),
            ["products"] = new(products),
            ["expiresAt"] = new() { N = expiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
        };
        return client.PutItemAsync("carts", item, cancellationToken);
    }
}
