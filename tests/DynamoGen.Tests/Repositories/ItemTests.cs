using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Repositories;

public sealed class ItemTests(LocalServer server) : ShopTest(server)
{
    [Fact]
    public async Task What_was_put_is_got_back_equal()
    {
        var order = NewOrder(1) with { City = "Münster \"#\\ \U0001F600", Notes = "line\nbreak\u0001" };

        await Orders.Put(order);

        Assert.Equal(order, await Orders.Get("c", Day, 1));
        Assert.Equal(order, await Orders.GetConsistently("c", Day, 1));
    }

    [Fact]
    public async Task An_item_that_does_not_exist_is_null()
    {
        Assert.Null(await Orders.Get("nobody", Day, 1));
    }

    [Fact]
    public async Task A_put_replaces_the_item_with_the_same_key()
    {
        await PutAsync(NewOrder(1), NewOrder(1) with { Notes = "second" });

        Assert.Equal("second", (await Orders.Get("c", Day, 1))?.Notes);
        Assert.Equal((int[])[1], await Ids(Orders.OfCustomer("c")));
    }

    [Fact]
    public async Task A_deleted_item_is_gone_and_deleting_it_again_is_no_error()
    {
        await PutAsync(NewOrder(1), NewOrder(2));

        await Orders.Delete(NewOrder(1));
        await Orders.DeleteByKey("c", Day, 2);
        await Orders.DeleteByKey("c", Day, 2);

        Assert.Empty(await Ids(Orders.OfCustomer("c")));
    }

    [Fact]
    public async Task Keys_that_would_collide_if_they_were_merely_joined_do_not()
    {
        await PutAsync(
            NewOrder(1) with { City = "a", Street = "b#c" },
            NewOrder(2) with { City = "a", Street = "b" },
            NewOrder(3) with { City = "a#b", Street = "c" });

        Assert.Equal((int[])[2], await Ids(Orders.InStreet("a", "b")));
        Assert.Equal((int[])[1], await Ids(Orders.InStreet("a", "b#c")));
        Assert.Equal((int[])[3], await Ids(Orders.InStreet("a#b", "c")));
    }

    [Fact]
    public async Task Items_read_by_the_SDK_hold_what_the_declaration_says()
    {
        await Orders.Put(NewOrder(7) with { City = "Berlin" });
        var client = Services.GetRequiredService<IAmazonDynamoDB>();
        var table = Services.GetRequiredService<DynamoGenOptions>().TableNamePrefix + "shop";
        var found = await client.GetItemAsync(table, new Dictionary<string, AttributeValue>
        {
            ["pk"] = new() { S = "CUSTOMER#c" },
            ["sk"] = new() { S = Order.Keys.Primary.SortKey(Day, 7) },
        });

        Assert.Equal("ORDER#2012-07-04T00:00:00.0000000Z#0000000007", found.Item["sk"].S);
        Assert.Equal(("Order", "1", "7", "Berlin"), (found.Item["_t"].S, found.Item["_v"].N, found.Item["OrderId"].N, found.Item["City"].S));
        Assert.Equal("CITY#Berlin", found.Item["gsi2pk"].S);
        Assert.StartsWith("STATUS#Open#", found.Item["gsi1pk"].S);
    }

    [Fact]
    public async Task An_item_written_by_the_SDK_is_read_or_refused_with_a_typed_error()
    {
        var client = Services.GetRequiredService<IAmazonDynamoDB>();
        var table = Services.GetRequiredService<DynamoGenOptions>().TableNamePrefix + "shop";
        var item = new Dictionary<string, AttributeValue>
        {
            ["pk"] = new() { S = "CUSTOMER#c" },
            ["sk"] = new() { S = "PROFILE" },
            ["CustomerId"] = new() { S = "c" },
            ["Name"] = new() { S = "Name" },
        };
        await client.PutItemAsync(table, item);
        Assert.Equal(new Customer("c", "Name"), await Customers.Get("c"));

        item["Name"] = new() { N = "12" };
        await client.PutItemAsync(table, item);
        var wrong = await Assert.ThrowsAsync<ItemFormatException>(async () => await Customers.Get("c"));
        Assert.Equal(("Customer", "Name", "S", "N"), (wrong.Entity, wrong.Attribute, wrong.Expected, wrong.Found));
    }

    [Fact]
    public async Task A_table_that_does_not_exist_is_named()
    {
        var table = Services.GetRequiredService<DynamoGenOptions>().TableNamePrefix + "shop";
        await Services.GetRequiredService<IAmazonDynamoDB>().DeleteTableAsync(table);

        var missing = await Assert.ThrowsAsync<TableNotFoundException>(async () => await Orders.Put(NewOrder(1)));
        Assert.Equal((table, "IOrders.Put"), (missing.TableName, missing.AccessPattern));
        Assert.Contains($"'{table}'", missing.Message, StringComparison.Ordinal);
        Assert.IsType<ResourceNotFoundException>(missing.InnerException);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused_before_it_is_sent()
    {
        await Assert.ThrowsAsync<KeyException>(async () => await Orders.Get(new string('x', 3000), Day, 1));
        Assert.ThrowsAny<DynamoGenException>(() => Order.Keys.Gsi2.SortKey(new string('x', 2000), 1));
    }

    [Fact]
    public async Task A_cancelled_call_ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Orders.Get("c", Day, 1, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Orders.OfCustomer("c").ToListAsync(cancelled.Token));
    }

    [Fact]
    public async Task A_null_entity_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await Orders.Put(null!));
    }
}
