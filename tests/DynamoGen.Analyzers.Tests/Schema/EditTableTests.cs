using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>
/// What the lock says of an edit is what becomes of an item: each is written on the server by the code before, and read and put again by the code after it.
/// </summary>
public sealed class EditTableTests(LocalServer server)
{
    private const string Repository =
        "[Repository<Order>] public partial interface IOrders { ValueTask PutOrder(Order order); ValueTask<Order?> GetOrder(string id); }";

    /// <summary>All edits have one table, since each puts its whole item again.</summary>
    private static string Prefix { get; } = LocalServer.NewPrefix();

    [Theory]
    [MemberData(nameof(EditTable.Forms), MemberType = typeof(EditTable))]
    [MemberData(nameof(EditTable.Codes), MemberType = typeof(EditTable))]
    [MemberData(nameof(EditTable.Absences), MemberType = typeof(EditTable))]
    [MemberData(nameof(EditTable.Names), MemberType = typeof(EditTable))]
    [MemberData(nameof(EditTable.Versions), MemberType = typeof(EditTable))]
    [MemberData(nameof(MarkEditTable.Wrappers), MemberType = typeof(MarkEditTable))]
    [MemberData(nameof(MarkEditTable.Inner), MemberType = typeof(MarkEditTable))]
    public Task Lock_says_what_becomes_of_stored_items(string before, string value, string after, string says, string? seen) =>
        BecomesAsync(Prefix, before, value, after, says, seen);

    /// <summary>A lock refuses the item of another row, so that each row has its table.</summary>
    [Theory]
    [MemberData(nameof(MarkEditTable.Marks), MemberType = typeof(MarkEditTable))]
    public Task Lock_says_what_becomes_of_marked_properties(string before, string value, string after, string says, string? seen) =>
        BecomesAsync(LocalServer.NewPrefix(), before, value, after, says, seen);

    private async Task BecomesAsync(string prefix, string before, string value, string after, string says, string? seen)
    {
        var (old, next) = (Source(before, value), Source(after));
        Assert.Equal(says, await LockedSource.Verdict(old, next));

        await using var writer = await EditedShop.CreateAsync(server, old, prefix);
        await using var reader = writer.Edited(server, next);
        var written = await WriteAsync(writer, value == EditTable.Absent);
        var read = await ReadAsync(reader);
        Assert.Equal(seen ?? written, read);
        if (says == "DG7001")
        {
            Assert.NotEqual(written, read);
        }
    }

    [Theory, MemberData(nameof(EditTable.Unsaid), MemberType = typeof(EditTable))]
    public async Task Null_in_the_place_of_what_an_absent_attribute_meant_is_only_recorded(string before, string after, string meant)
    {
        var (old, next) = (Source(before, EditTable.Absent), Source(after));
        Assert.Equal("DG7003", await LockedSource.Verdict(old, next));
        await using var writer = await EditedShop.CreateAsync(server, old, Prefix);
        await using var reader = writer.Edited(server, next);
        Assert.Equal(meant, await WriteAsync(writer, isAbsent: true));
        Assert.Equal("null", await ReadAsync(reader));
    }

    /// <summary>An item that has no count, or that of another meaning, is written on by whatever reads it.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("public long A { get; init; }", "A = 0")]
    [InlineData("public long A { get; init; }", "A = 7")]
    public async Task Item_from_before_its_lock_is_put_replaced_updated_and_deleted(string before, string value)
    {
        const string Lock = "[OptimisticLock] public long A { get; init; } public int Total { get; init; }";
        var old = LockedSource.Order(before + $" public static Order Sample => new() {{ Id = \"1\", {value} }};") + Repository;
        var next = LockedSource.Order(Lock) + Repository.Replace("ValueTask<Order?>", "ValueTask ReplaceOrder(Order order); ValueTask DeleteOrder(Order order); "
            + "[Update(\"SET Total = {total}\")] ValueTask Update(string id, int total, long a); ValueTask<Order?>");
        Assert.Equal("DG7003", await LockedSource.Verdict(old, next));

        await using var writer = await EditedShop.CreateAsync(server, old, LocalServer.NewPrefix());
        await using var reader = writer.Edited(server, next);
        foreach (var write in (string[])["PutOrder", "ReplaceOrder", "DeleteOrder", "Update"])
        {
            await writer.RunAsync("PutOrder", writer.Sample());
            var order = (await reader.RunAsync("GetOrder", "1"))!;
            var count = (long)order.GetType().GetProperty("A")!.GetValue(order)!;
            await (write == "Update" ? reader.RunAsync(write, "1", 3, count) : reader.RunAsync(write, order));
            var item = (await writer.Client.GetItemAsync(writer.Table, Key)).Item;
            Assert.Equal(write == "DeleteOrder" ? null : $"{count + 1}", item?.GetValueOrDefault("A")?.N);
        }
    }

    private static string Source(string properties, string? value = null)
    {
        var sample = value switch
        {
            null or EditTable.Absent => "",
            _ when value.StartsWith("Rest = ", StringComparison.Ordinal) => value,
            _ => $"A = {value}",
        };
        var members = properties + (value is null ? "" : $" public static Order Sample => new() {{ Id = \"1\", {sample} }};");
        var order = LockedSource.Order(members);
        return (properties.Contains("[Upcast(") ? order.Replace("[Entity<Shop>]", "[Entity<Shop>(Version = 2)]") : order) + Repository + EditTable.Types + MarkEditTable.Types;
    }

    /// <summary>What the code itself reads of the item that it has written.</summary>
    private static async Task<string> WriteAsync(EditedShop shop, bool isAbsent)
    {
        await shop.RunAsync("PutOrder", shop.Sample());
        if (isAbsent)
        {
            await shop.Client.UpdateItemAsync(new UpdateItemRequest { TableName = shop.Table, Key = Key, UpdateExpression = "REMOVE A" });
        }

        return await SeenAsync(shop, (await shop.RunAsync("GetOrder", "1"))!);
    }

    private static async Task<string> ReadAsync(EditedShop shop)
    {
        try
        {
            var order = (await shop.RunAsync("GetOrder", "1"))!;
            await shop.RunAsync("PutOrder", order);
            return await SeenAsync(shop, order);
        }
        catch (ItemFormatException)
        {
            return EditTable.Unreadable;
        }
    }

    /// <summary>What the property <c>A</c> has; where there is none, what the item has that was put last.</summary>
    private static async Task<string> SeenAsync(EditedShop shop, object order)
    {
        if (order.GetType().GetProperty("A") is { } property)
        {
            return StoredText.Of(property.GetValue(order));
        }

        var item = (await shop.Client.GetItemAsync(shop.Table, Key)).Item;
        return item.TryGetValue("A", out var value) ? StoredText.Of(value) : EditTable.Lost;
    }

    private static Dictionary<string, AttributeValue> Key => new() { ["pk"] = new() { S = "ORDER#1" }, ["sk"] = new() { S = "ORDER" } };
}
