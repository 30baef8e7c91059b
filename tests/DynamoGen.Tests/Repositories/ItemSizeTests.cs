using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;
using DynamoGen.Tests.Serialization.Forms;
using DynamoGen.Tests.Serialization.Sizes;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Repositories;

/// <summary>What the server counts for a value is told by the longest text that it takes beside the value.</summary>
public sealed class ItemSizeTests(LocalServer server) : ShopTest(server)
{
    [Fact]
    public async Task The_server_counts_each_value_as_published_but_for_pairs_of_digits()
    {
        var wrong = new List<string>();
        foreach (var (json, size, localAdds) in PublishedSizes.Values)
        {
            var item = new Dictionary<string, AttributeValue>
            {
                ["pk"] = new("p"),
                ["sk"] = new("s"),
                ["v"] = Attributes.Read(json),
                ["f"] = new(string.Empty),
            };
            var others = 2 + 1 + 2 + 1 + 1 + 1 + size + localAdds;
            var fits = await IsTaken(item, ItemSize.MaxBytes - others);
            var exceeds = !await IsTaken(item, ItemSize.MaxBytes - others + 1);
            if (!fits || !exceeds)
            {
                wrong.Add($"{json}: {(fits ? "less" : "more")} than {size + localAdds}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_largest_item_is_put_and_got_back()
    {
        var order = OfSize(ItemSize.MaxBytes);

        await Orders.Put(order);

        Assert.Equal(order, await Orders.Get("c", Day, 1));
    }

    [Fact]
    public async Task An_item_that_is_a_byte_too_large_is_refused_before_it_is_sent()
    {
        var order = OfSize(ItemSize.MaxBytes + 1);

        var tooLarge = await Assert.ThrowsAsync<ItemTooLargeException>(async () => await Orders.Put(order));

        Assert.Equal(("Order", 409_601, 409_600), (tooLarge.Entity, tooLarge.Size, tooLarge.Limit));
        Assert.Equal("An item of entity 'Order' has 409,601 bytes; DynamoDB takes 409,600 at most.", tooLarge.Message);
        Assert.Null(await Orders.Get("c", Day, 1));
    }

    [Fact]
    public async Task JSON_that_is_longer_than_the_limit_may_hold_an_item_that_is_not()
    {
        var order = NewOrder(1) with { Notes = new string('\u0001', 400_000) };

        await Orders.Put(order);

        Assert.Equal(order, await Orders.Get("c", Day, 1));
    }

    /// <summary>An order without digits that DynamoDB Local counts otherwise.</summary>
    private static Order OfSize(int size)
    {
        var order = NewOrder(1) with { Notes = "\u0001é" };
        return order with { Notes = order.Notes + new string('x', size - ItemSize.Of<Order, Order.Marshaller>(order)) };
    }

    private async Task<bool> IsTaken(Dictionary<string, AttributeValue> item, int filler)
    {
        item["f"] = new AttributeValue(new string('x', filler));
        try
        {
            await Services.GetRequiredService<IAmazonDynamoDB>().PutItemAsync(Services.GetRequiredService<DynamoGenOptions>().TableNamePrefix + "shop", item);
            return true;
        }
        catch (AmazonDynamoDBException refused) when (refused.Message.Contains("Item size has exceeded", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
