using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Generator.Tests.Costs;

/// <summary>What a message says of each index, held by what the server says of it to the plain SDK.</summary>
public sealed class IndexSplitTests(LocalServer server) : MeasuredCost(server, CostedSource.Text)
{
    private static readonly string[] Indexes = ["whole", "keys", "some", "plain", "turned", "spread"];

    [Theory]
    [InlineData("UpdateTotal", "Total", "9")]
    [InlineData("UpdatePrice", "Price", "9")]
    [InlineData("UpdateStatus", "Status", null)]
    [InlineData("UpdateState", "kpk", null)]
    [InlineData("UpdateCustomer", "wpk", null)]
    public async Task Each_index_takes_what_is_said(string pattern, string attribute, string? number)
    {
        var order = Shop.New("Order", 1, "ann", "open", "west", "new", 5, 7, Body);
        await Shop.MeasureAsync("IOrders", "PutOrder", order);
        using var client = Client();
        var key = (await client.ScanAsync(new ScanRequest(Shop.Table), TestContext.Current.CancellationToken)).Items.Single();
        var request = new UpdateItemRequest
        {
            TableName = Shop.Table,
            Key = new() { ["pk"] = key["pk"], ["sk"] = key["sk"] },
            UpdateExpression = "SET #a = :v",
            ExpressionAttributeNames = new() { ["#a"] = attribute },
            ExpressionAttributeValues = new() { [":v"] = number is null ? new AttributeValue("other") : new AttributeValue { N = number } },
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        };

        var consumed = (await client.UpdateItemAsync(request, TestContext.Current.CancellationToken)).ConsumedCapacity;

        var size = CostedShop.SizeOf(order);
        var stated = Shop.Stated(pattern);
        var moved = 0.0;
        foreach (var index in Indexes)
        {
            var units = consumed.GlobalSecondaryIndexes?.GetValueOrDefault(index)?.CapacityUnits ?? 0;
            var (fewest, most) = stated.WriteOf(index, size, CopyBytes);
            Assert.True(units >= fewest && units <= most, $"{units} of '{index}' are measured, but {fewest} to {most} stated: {stated.Message}");
            moved += units == most ? 1 : 0;
        }

        Assert.Equal(Indexes.Length, moved);
        Assert.Equal((size + 1023) / 1024, consumed.Table.CapacityUnits);
    }
}
