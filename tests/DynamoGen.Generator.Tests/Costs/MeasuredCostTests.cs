using DynamoGen.Tests.Repositories;

namespace DynamoGen.Generator.Tests.Costs;

/// <summary>Each statement of a cost, held by what the server says that the same declaration consumed.</summary>
public sealed class MeasuredCostTests(LocalServer server) : IAsyncLifetime
{
    private const string Long = "a text that makes the item large";
    private const int CopyBytes = 200;
    private CostedShop _shop = null!;

    private static string Body { get; } = string.Concat(Enumerable.Repeat(Long, 375));

    public async ValueTask InitializeAsync() => _shop = await CostedShop.StartAsync(server, CostedSource.Text);

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Writes_cost_what_is_said()
    {
        var order = Order(1);
        var size = CostedShop.SizeOf(order);
        var most = await WrittenAsync("CreateOrder", size, order);
        var none = await WrittenAsync("PutOrder", size, order);
        Assert.True(none < most);
        Assert.Equal(_shop.Stated("CreateOrder").Write(size, CopyBytes).Most, most);
        Assert.Equal(_shop.Stated("PutOrder").Write(size, CopyBytes).Fewest, none);

        var moved = await WrittenAsync("PutOrder", size, Order(1, customer: "bob", state: "shut", shop: "east", status: "gone"));
        Assert.True(moved <= _shop.Stated("PutOrder").Write(size, CopyBytes).Most);
        await WrittenAsync("ReplaceOrder", size, order);
        await WrittenAsync("PutManyOrders", size, CostedShop.ListOf(Order(2, customer: "eve")));
        await WrittenAsync("UpdateNoState", size, 1);
        await WrittenAsync("UpdateNoState", size, 1);
        await WrittenAsync("UpdateState", size, 1, "open");
        await WrittenAsync("UpdateState", size, 1, "shut");
        await WrittenAsync("UpdateState", size, 1, "shut");
        await WrittenAsync("UpdateCustomer", size, 1, "joe");
        await WrittenAsync("UpdateCustomer", size, 1, "joe");
        await WrittenAsync("UpdateStatus", size, 1, "sent");
        await WrittenAsync("UpdateStatus", size, 1, "sent");
        await WrittenAsync("UpdateTotal", size, 1, 9);
        await WrittenAsync("UpdateTotal", size, 1, 9);
        await WrittenAsync("UpdatePrice", size, 1, 9);
        await WrittenAsync("UpdatePrice", size, 1, 9);
        await WrittenAsync("DeleteOrder", size, 1);
        await WrittenAsync("DeleteOrder", 1, 1);
        await WrittenAsync("DeleteManyOrders", size, CostedShop.ListOf(Key("Order", 2)));
    }

    [Fact]
    public async Task Writes_of_what_is_stamped_cost_what_is_said()
    {
        var task = Task(1);
        var size = CostedShop.SizeOf(task);
        Assert.All(await MeasuredAsync("ITasks", size, ("PutTask", [task]), ("PutTask", [task]), ("UpdateTask", [1, Body]), ("UpdateTask", [1, Body])), Stated);
    }

    [Fact]
    public async Task Reads_of_items_cost_what_is_said()
    {
        for (var id = 1; id <= 3; id++)
        {
            await _shop.MeasureAsync("IOrders", "PutOrder", Order(id));
        }

        var size = CostedShop.SizeOf(Order(1));
        var keys = CostedShop.ListOf(Key("Order", 1), Key("Order", 2), Key("Order", 3));
        await ReadAsync("GetOrder", 1, size, 1);
        await ReadAsync("GetOrderConsistently", 1, size, 1);
        await ReadAsync("GetMany", 3, size, keys);
        await ReadAsync("GetManyConsistently", 3, size, keys);
        await ReadAsync("OfCustomer", 1, 3 * size, "ann");
        await ReadAsync("InState", 1, 3 * CopyBytes, "open");
        await ReadAsync("All", 1, 3 * size);
        await ReadAsync("AllConsistently", 1, 3 * size);
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
            await _shop.MeasureAsync("ITasks", "PutTask", Task(id));
        }

        object?[] arguments = pattern switch
        {
            "SomeTasks" => [limit],
            "PageOfTasks" => [limit, null],
            _ => [],
        };
        var stated = _shop.Stated(pattern);
        var measured = await _shop.MeasureAsync("ITasks", pattern, arguments);
        var size = CostedShop.SizeOf(Task(1));
        var most = Math.Min(24, 4L * stated.PerShard(limit)) * stated.Read(size);
        Assert.InRange(measured, Math.Min(limit, 24) * stated.Read(size) * 0.7, most);
    }

    [Fact]
    public async Task Repair_of_unique_values_costs_what_is_said()
    {
        for (var id = 1; id <= 20; id++)
        {
            await _shop.MeasureAsync("IMembers", "CreateMember", _shop.New("Member", id, $"{id}@example.org", $"nick{id}", 0));
        }

        var measured = await _shop.MeasureAsync("IMembers", "RepairUnique", 1);
        var stated = _shop.Stated("RepairUnique");
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
        var (fewest, most) = _shop.Stated(pattern).Write(CopyBytes, CopyBytes);
        Assert.Equal(range, $"from {fewest} to {most}");
    }

    private object Order(int id, string customer = "ann", string? state = "open", string shop = "west", string status = "new") =>
        _shop.New("Order", id, customer, state, shop, status, 5, 7, Body);

    private object Task(int id) => _shop.New("TaskItem", id, Body);

    private object Key(string entity, int id) => _shop.New($"{entity}+PrimaryKey", id);

    private async Task<double> WrittenAsync(string pattern, int size, params object?[] arguments)
    {
        var measured = (await MeasuredAsync("IOrders", size, (pattern, arguments))).Single();
        Stated(measured);
        return measured.Units;
    }

    private async Task<IReadOnlyList<(string Pattern, int Size, double Units)>> MeasuredAsync(
        string repository, int size, params (string Pattern, object?[] Arguments)[] calls)
    {
        var measured = new List<(string, int, double)>();
        foreach (var (pattern, arguments) in calls)
        {
            measured.Add((pattern, size, await _shop.MeasureAsync(repository, pattern, arguments)));
        }

        return measured;
    }

    private void Stated((string Pattern, int Size, double Units) measured)
    {
        var stated = _shop.Stated(measured.Pattern);
        var (fewest, most) = stated.Write(measured.Size, CopyBytes);
        Assert.True(measured.Units >= fewest && measured.Units <= most, $"{measured.Units} are measured, but {fewest} to {most} stated: {stated.Message}");
    }

    private async Task ReadAsync(string pattern, int reads, int size, params object?[] arguments)
    {
        var stated = _shop.Stated(pattern);
        var measured = await _shop.MeasureAsync("IOrders", pattern, arguments);
        Assert.True(reads * stated.Read(size) == measured, $"{measured} are measured, but {reads * stated.Read(size)} stated: {stated.Message}");
    }
}
