using DynamoGen.Tests.Repositories;

namespace DynamoGen.Generator.Tests.Costs;

/// <summary>Each statement of a cost, held by what the server says that the same declaration consumed.</summary>
public sealed class MeasuredCostTests(LocalServer server) : MeasuredCost(server, CostedSource.Text)
{
    [Fact]
    public async Task Writes_cost_what_is_said()
    {
        var order = Order(1);
        var size = CostedShop.SizeOf(order);
        var most = await WrittenAsync("IOrders", "CreateOrder", size, order);
        await WrittenAsync("IOrders", "PutOrder", size, order);
        var none = await WrittenAsync("IOrders", "PutOrder", size, order);
        Assert.True(none < most);
        Assert.Equal(Shop.Stated("CreateOrder").Write(size, CopyBytes).Most, most);
        Assert.Equal(Shop.Stated("PutOrder").Write(size, CopyBytes).Fewest, none);

        var moved = await WrittenAsync("IOrders", "PutOrder", size, Order(1, customer: "bob", state: "shut", shop: "east", status: "gone"));
        Assert.True(moved <= Shop.Stated("PutOrder").Write(size, CopyBytes).Most);
        await WrittenAsync("IOrders", "ReplaceOrder", size, order);
        await WrittenAsync("IOrders", "PutManyOrders", size, CostedShop.ListOf(Order(2, customer: "eve")));
        await WrittenAsync("IOrders", "UpdateNoState", size, 1);
        await WrittenAsync("IOrders", "UpdateNoState", size, 1);
        await WrittenAsync("IOrders", "UpdateState", size, 1, "open");
        await WrittenAsync("IOrders", "UpdateState", size, 1, "shut");
        await WrittenAsync("IOrders", "UpdateState", size, 1, "shut");
        await WrittenAsync("IOrders", "UpdateCustomer", size, 1, "joe");
        await WrittenAsync("IOrders", "UpdateCustomer", size, 1, "joe");
        await WrittenAsync("IOrders", "UpdateStatus", size, 1, "sent");
        await WrittenAsync("IOrders", "UpdateStatus", size, 1, "sent");
        await WrittenAsync("IOrders", "UpdateTotal", size, 1, 9);
        await WrittenAsync("IOrders", "UpdateTotal", size, 1, 9);
        await WrittenAsync("IOrders", "UpdatePrice", size, 1, 9);
        await WrittenAsync("IOrders", "UpdatePrice", size, 1, 9);
        await WrittenAsync("IOrders", "DeleteOrder", size, 1);
        await WrittenAsync("IOrders", "DeleteOrder", 1, 1);
        await WrittenAsync("IOrders", "DeleteManyOrders", size, CostedShop.ListOf(Key("Order", 2)));
    }

    [Fact]
    public async Task Writes_of_what_is_stamped_cost_what_is_said()
    {
        var task = Task(1);
        var size = CostedShop.SizeOf(task);
        await WrittenAsync("ITasks", "PutTask", size, task);
        await WrittenAsync("ITasks", "PutTask", size, task);
        await WrittenAsync("ITasks", "UpdateTask", size, 1, Body);
        await WrittenAsync("ITasks", "UpdateTask", size, 1, Body);
    }

    [Fact]
    public async Task Reads_of_items_cost_what_is_said()
    {
        for (var id = 1; id <= 3; id++)
        {
            await Shop.MeasureAsync("IOrders", "PutOrder", Order(id));
        }

        var size = CostedShop.SizeOf(Order(1));
        var keys = CostedShop.ListOf(Key("Order", 1), Key("Order", 2), Key("Order", 3));
        await ReadAsync("IOrders", "GetOrder", [size], 1);
        await ReadAsync("IOrders", "GetOrderConsistently", [size], 1);
        await ReadAsync("IOrders", "GetMany", [size, size, size], keys);
        await ReadAsync("IOrders", "GetManyConsistently", [size, size, size], keys);
        await ReadAsync("IOrders", "OfCustomer", [3 * size], "ann");
        await ReadAsync("IOrders", "InState", [3 * CopyBytes], "open");
        await ReadAsync("IOrders", "All", [3 * size]);
        await ReadAsync("IOrders", "AllConsistently", [3 * size]);
    }

    [Theory]
    [InlineData("Tasks", int.MaxValue)]
    [InlineData("SomeTasks", 2)]
    [InlineData("SomeTasks", 8)]
    [InlineData("PageOfTasks", 8)]
    public async Task Shards_are_read_as_far_as_is_said(string pattern, int limit)
    {
        for (var id = 1; id <= 24; id++)
        {
            await Shop.MeasureAsync("ITasks", "PutTask", Task(id));
        }

        object?[] arguments = pattern switch
        {
            "SomeTasks" => [limit],
            "PageOfTasks" => [limit, null],
            _ => [],
        };
        var stated = Shop.Stated(pattern);
        var (fewest, most) = stated.Shards(limit, items: 24, CostedShop.SizeOf(Task(1)));
        var measured = await Shop.MeasureAsync("ITasks", pattern, arguments);
        Assert.True(measured >= fewest && measured <= most, $"{measured} are measured, but {fewest} to {most} stated: {stated.Message}");
    }

    [Fact]
    public async Task Repair_of_unique_values_costs_what_is_said()
    {
        for (var id = 1; id <= 20; id++)
        {
            await Shop.MeasureAsync("IMembers", "CreateMember", Shop.New("Member", id, $"{id}@example.org", $"nick{id}", 0));
        }

        var measured = await Shop.MeasureAsync("IMembers", "RepairUnique", 1);
        var stated = Shop.Stated("RepairUnique");
        Assert.Contains("2 read capacity units for each 4 KB of the whole table, and for each unique value 1 for its marker and 1", stated.Message);
        Assert.InRange(measured, 2 * (20 + 20), (2 * (20 + 20)) + stated.Read(60 * CopyBytes));
    }

    [Theory]
    [InlineData("CreateMember", "from 5 to 7")]
    [InlineData("ReplaceMember", "from 1 to 11")]
    [InlineData("DeleteMember", "from 4 to 7")]
    [InlineData("UpdateEmail", "from 1 to 6")]
    [InlineData("UpdatePoints", "from 1 to 1")]
    public void Transactions_cost_by_the_rule_of_AWS(string pattern, string range)
    {
        // DynamoDB Local bills a transaction too low. "turned" holds the keys of every item, which a write of a whole item may put or delete.
        var (fewest, most) = Shop.Stated(pattern).Write(CopyBytes, CopyBytes);
        Assert.Equal(range, $"from {fewest} to {most}");
    }

    private object Order(int id, string customer = "ann", string? state = "open", string shop = "west", string status = "new") =>
        Shop.New("Order", id, customer, state, shop, status, 5, 7, Body);

    private object Task(int id) => Shop.New("TaskItem", id, Body);
}
