using System.Text.RegularExpressions;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>
/// What the lock says of an edited key is whether the server finds what was written before it: <c>DG7002</c> stands for what is not found, else it is.
/// </summary>
public sealed partial class KeyEditTableTests(LocalServer server)
{
    private const string NotFound = "DG7002";

    private const string Types = """
        public enum Status { Open, Shipped }
        public enum More { Open, Shipped, Lost }
        public enum Renamed { Open, Sent }
        """;

    /// <summary>The key of the table, and the entity's own properties.</summary>
    public static TheoryData<string, string, string, string, string> TableKeys => new()
    {
        { "\"ORDER#{Number}\", \"A\"", "int Number", "\"ORDER#{Number}\", \"A\"", "int Number", "" },
        { "\"ORDER#{Number}\", \"A\"", "int Number", "\"O#{Number}\", \"A\"", "int Number", NotFound },
        { "\"ORDER#{Number}\", \"A\"", "int Number", "\"ORDER#{Number}\", \"B\"", "int Number", NotFound },
        { "\"ORDER#{Number}\", \"A\"", "int Number", "\"ORDER#{Number:D8}\", \"A\"", "int Number", NotFound },
        { "\"ORDER#{Number}\", \"A\"", "int Number", "\"ORDER#{Number}\", \"A\"", "long Number", NotFound },
        { "\"ORDER#{Number:D10}\", \"A\"", "int Number", "\"ORDER#{Number:D10}\", \"A\"", "long Number", "DG7003" },
        { "\"{Name}\", \"A\"", "Guid Name", "\"{Name}\", \"A\"", "string Name", "DG7003" },
        { "\"X\", \"{Name}\"", "DateOnly Name", "\"X\", \"{Name}\"", "string Name", "DG7003" },
        { "\"{Name}#X\", \"A\"", "Guid Name", "\"{Name}#X\", \"A\"", "string Name", "DG7003" },
        { "\"X\", \"{Name}#X\"", "DateTimeOffset Name", "\"X\", \"{Name}#X\"", "string Name", "DG7003" },
        { "\"X\", \"{Name}\"", "TimeOnly Name", "\"X\", \"{Name}\"", "string Name", "DG7003" },

        // A key has the ticks of a duration, and its attribute a text.
        { "\"X\", \"{Name}\"", "TimeSpan Name", "\"X\", \"{Name}\"", "string Name", NotFound },
        { "\"ORDER#{Number:D10}\", \"A\"", "uint Number", "\"ORDER#{Number:D10}\", \"A\"", "long Number", "DG7003" },
        { "\"X\", \"{Name}\"", "DateTimeOffset Name", "\"X\", \"{Name}\"", "DateTime Name", "DG7003" },
        { "\"X\", \"{Name}\"", "DateTimeOffset Name", "\"X\", \"{Name:yyyy-MM-dd}\"", "DateTimeOffset Name", NotFound },
        { "\"X\", \"{State}\"", "Status State", "\"X\", \"{State}\"", "string State", "DG7003" },
        { "\"X\", \"{State}\"", "Status State", "\"X\", \"{State}\"", "More State", "DG7003" },
        { "\"X\", \"{State}\"", "[property: EnumAsNumber] Status State", "\"X\", \"{State}\"", "[property: EnumAsNumber] More State", "DG7003" },
        { "\"X\", \"{State}\"", "[property: EnumAsNumber] Status State", "\"X\", \"{State}\"", "[property: EnumAsNumber] Renamed State", NotFound },
        { "\"X\", \"{Name}\"", "string Name", "\"X\", \"{Title}\"", "[property: AttributeName(\"Name\")] string Title", "" },
        { "\"X\", \"{Price}\"", "decimal Price", "\"X\", \"{Price:0000.00}\"", "decimal Price", NotFound },

        // The one shard that the key names is another; an item that lies in the same by chance would say nothing.
        { "\"X\", \"{Name}\"", "string Name", "\"X\", \"{Name}\", Shards = 4", "string Name", NotFound },
        { "\"X\", \"{Name}\", Shards = 4", "string Name", "\"X\", \"{Name}\"", "string Name", NotFound },
        { "\"X\", \"{Name}\", Shards = 2", "string Name", "\"X\", \"{Name}\", Shards = 100", "string Name", NotFound },
    };

    /// <summary>The key in an index.</summary>
    public static TheoryData<string, string, string> IndexKeys => new()
    {
        { "\"{Name}\", \"{Number}\", Shards = 4", "\"{Name}\", \"{Number}\", Shards = 8", "DG7003" },
        { "\"{Name}\", \"{Number}\", Shards = 8", "\"{Name}\", \"{Number}\", Shards = 4", NotFound },

        // Shard 3 becomes 03.
        { "\"{Name}\", \"{Number}\", Shards = 8", "\"{Name}\", \"{Number}\", Shards = 16", NotFound },
        { "\"{Name}\", \"{Number}\"", "\"{Name}\", \"{Number}\", Shards = 4", NotFound },
        { "\"{Name}\", \"{Number}\", Shards = 4", "\"{Name}\", \"{Number}\"", NotFound },
        { "\"{Name}\", \"{Number}\"", "\"{Name}\", \"{Id}\"", NotFound },
        { "\"{Name}\", \"{Number}\"", "\"NAME#{Name}\", \"{Number}\"", NotFound },
        { "\"{Name}\", \"{Number}\"", "\"{Name}\", \"{Number:D12}\"", NotFound },
        { "\"{Name}\", \"{Number}\"", "\"{Number}\", \"{Name}\"", NotFound },
        { "", "\"{Name}\", \"{Number}\"", "DG7003" },
        { "", "\"{Name}\", \"{Number}\", Shards = 4", "DG7003" },
    };

    /// <summary>The unique values, and the name of another order that has one of them.</summary>
    public static TheoryData<string, string, string, string> UniqueValues => new()
    {
        { "[Unique(\"EMAIL#{Name}\")]", "[Unique(\"EMAIL#{Name}\")]", "ann", "" },
        { "[Unique(\"EMAIL#{Name}\")]", "[Unique(\"MAIL#{Name}\")]", "ann", NotFound },
        { "[Unique(\"EMAIL#{Name}\")]", "[Unique(\"EMAIL#{Number}#{Name}\")]", "ann", NotFound },
        { "[Unique(\"EMAIL#{Number}#{Name}\")]", "[Unique(\"EMAIL#{Name}\")]", "ann", NotFound },
        { "[Unique(\"EMAIL#{Number}#{Name}\")]", "[Unique(\"EMAIL#{Name}#{Number}\")]", "ann", NotFound },
        { "[Unique(\"EMAIL#{Name}\")]", "[Unique(\"EMAIL#{Number}\")]", "ann", NotFound },
        { "[Unique(\"EMAIL#{Name}\")]", "[Unique(\"EMAIL#{Name}\")] [Unique(\"NUMBER#{Number}\")]", "bob", "DG7003" },
        { "", "[Unique(\"EMAIL#{Name}\")]", "ann", "DG7003" },
    };

    [Theory, MemberData(nameof(TableKeys))]
    public async Task Item_is_found_by_its_key(string before, string had, string after, string has, string says)
    {
        var (old, next) = (WithTableKey(before, had), WithTableKey(after, has, had));
        Assert.Equal(says, await LockedSource.Verdict(old, next));

        await using var writer = await EditedShop.CreateAsync(server, old, LocalServer.NewPrefix());
        await using var reader = writer.Edited(server, next);
        await writer.RunAsync("PutOrder", writer.Sample());
        Assert.Equal(says != NotFound, await IsDoneAsync(reader.RunAsync("ReplaceOrder", reader.Sample())));
        if (!after.Contains(":yyyy"))
        {
            Assert.Equal(says != NotFound, await reader.CallAsync("GetOrder", reader.Sample()) is not null);
        }
    }

    [Theory, MemberData(nameof(IndexKeys))]
    public async Task Items_are_found_in_an_index(string before, string after, string says)
    {
        const int Count = 30;
        var (old, next) = (WithIndexKey(before), WithIndexKey(after));
        Assert.Equal(says, await LockedSource.Verdict(old, next));

        await using var writer = await EditedShop.CreateAsync(server, old, LocalServer.NewPrefix());
        await using var reader = writer.Edited(server, next);
        for (var number = 0; number < Count; number++)
        {
            // The lock says of a new key that items have it once they are written again.
            await writer.RunAsync("PutOrder", writer.New($"{number}", "ann", number));
            if (before.Length == 0)
            {
                await reader.RunAsync("PutOrder", (await reader.RunAsync("GetOrder", $"{number}"))!);
            }
        }

        var found = 0;
        for (var number = 0; number < Count; number++)
        {
            found += ((System.Collections.IList)(await reader.CallAsync("AtKey", reader.New($"{number}", "ann", number)))!).Count;
        }

        Assert.Equal(says != NotFound, found == Count);
    }

    /// <summary>A value is held as long as nobody else gets it, and its item can be replaced and deleted. What is not, <c>RepairUnique</c> sets right.</summary>
    [Theory, MemberData(nameof(UniqueValues))]
    public async Task Unique_values_are_held(string before, string after, string other, string says)
    {
        var (old, next) = (WithUnique(before), WithUnique(after));
        Assert.Equal(says, await LockedSource.Verdict(old, next));

        await using var writer = await EditedShop.CreateAsync(server, old, LocalServer.NewPrefix());
        await using var reader = writer.Edited(server, next);
        await writer.RunAsync("CreateOrder", writer.New("1", "ann", 7));
        var isHeld = await IsHeldAsync(reader, other);
        Assert.Equal(says.Length == 0, isHeld);
        if (!isHeld)
        {
            await IsDoneAsync(reader.RunAsync("DeleteOrder", reader.New("3", other, 7)));
            await reader.RunAsync("RepairUnique", 1);
            Assert.True(await IsHeldAsync(reader, other));
        }

        Assert.True(await IsDoneAsync(reader.RunAsync("DeleteOrder", reader.New("1", "ann", 7))));
    }

    /// <summary>What no longer is unique leaves its marker behind, which holds nobody up.</summary>
    [Fact]
    public async Task Unique_value_that_goes_is_held_no_longer()
    {
        var (old, next) = (WithUnique("[Unique(\"EMAIL#{Name}\")]"), WithUnique(""));
        Assert.Equal("DG7003", await LockedSource.Verdict(old, next));
        await using var writer = await EditedShop.CreateAsync(server, old, LocalServer.NewPrefix());
        await using var reader = writer.Edited(server, next);
        await writer.RunAsync("CreateOrder", writer.New("1", "ann", 7));
        Assert.True(await IsDoneAsync(reader.RunAsync("CreateOrder", reader.New("2", "ann", 7))));
        Assert.True(await IsDoneAsync(writer.RunAsync("DeleteOrder", writer.New("1", "ann", 7))));
        await writer.RunAsync("RepairUnique", 1);
        Assert.True(await IsHeldAsync(writer, "ann", "2"));
    }

    private static async Task<bool> IsHeldAsync(EditedShop shop, string other, string holder = "1")
    {
        var order = shop.New(holder, "ann", 7);
        return !await IsDoneAsync(shop.RunAsync("CreateOrder", shop.New("3", other, 7)))
            & await IsDoneAsync(shop.RunAsync("ReplaceOrder", order, order));
    }

    private static async Task<bool> IsDoneAsync(Task call)
    {
        try
        {
            await call;
            return true;
        }
        catch (Exception exception) when (exception is ConditionFailedException or UniqueConstraintException)
        {
            return false;
        }
    }

    private static string WithTableKey(string key, string property, string? locked = null) => LockedSource.WithTable($$"""
        [Entity<Shop>, Key({{key}})] public sealed partial record Order({{property}})
        {
            public static Order Sample => new({{ValueOf(property.Split(' ')[^2], (locked ?? property).Split(' ')[^2])}});
        }

        [Repository<Order>] public partial interface IOrders
        {
            ValueTask PutOrder(Order order);
            ValueTask ReplaceOrder(Order order);
            {{(key.Contains(":yyyy") ? "" : $"ValueTask<Order?> GetOrder({Parameters(key, property)});")}}
        }

        """) + Types;

    /// <summary>One value in each type: a text is what the locked type's key has.</summary>
    private static string ValueOf(string type, string locked) => (type, locked) switch
    {
        ("int" or "uint" or "long", _) => "7",
        ("decimal", _) => "7.5m",
        ("Guid", _) => "new Guid(1, 2, 3, new byte[8])",
        ("string", "Guid") => "\"00000001-0002-0003-0000-000000000000\"",
        ("DateOnly", _) => "new DateOnly(2012, 7, 4)",
        ("string", "DateOnly") => "\"2012-07-04\"",
        ("TimeOnly", _) => "new TimeOnly(1, 2, 3)",
        ("string", "TimeOnly") => "\"01:02:03.0000000\"",
        ("TimeSpan", _) => "new TimeSpan(1, 2, 3)",
        ("string", "TimeSpan") => "\"P00000000DT01H02M03.0000000S\"",
        ("DateTime", _) => "new DateTime(2012, 7, 4, 1, 2, 3, DateTimeKind.Utc)",
        ("DateTimeOffset", _) => "new DateTimeOffset(2012, 7, 4, 1, 2, 3, TimeSpan.Zero)",
        ("string", "DateTimeOffset") => "\"2012-07-04T01:02:03.0000000Z\"",
        ("Renamed", _) => "Renamed.Sent",
        ("string", _) => "\"Shipped\"",
        _ => type + ".Shipped",
    };

    private static string WithIndexKey(string key) => Order(key.Length == 0 ? "" : $", Key(\"gsi1\", {key})", $$"""
        ValueTask PutOrder(Order order);
        ValueTask<Order?> GetOrder(string id);
        {{(key.Length == 0 ? "" : $"[Index(\"gsi1\")] IAsyncEnumerable<Order> AtKey({Parameters(key, "string Id, string Name, int Number")});")}}
        """);

    private static string WithUnique(string unique) => Order("", $$"""
        ValueTask CreateOrder(Order order);
        {{(unique.Length == 0 ? "" : "ValueTask ReplaceOrder(Order order, Order before); ValueTask DeleteOrder(Order order); [AllowScan(\"edited\")] ValueTask<DynamoGen.Uniqueness.UniqueRepair> RepairUnique(int segments = 1);")}}
        """, unique);

    private static string Order(string keys, string patterns, string unique = "") => LockedSource.WithTable($$"""
        [Entity<Shop>, Key("ORDER#{Id}", "A"){{keys}}] {{unique}} public sealed partial record Order(string Id, string Name, int Number);
        [Repository<Order>] public partial interface IOrders { {{patterns}} }
        """);

    /// <summary>The properties of a template as parameters of an access pattern.</summary>
    private static string Parameters(string key, string properties) => string.Join(", ", Placeholder().Matches(key)
        .Select(match => properties.Split(", ").First(property => property.EndsWith(" " + match.Groups[1].Value, StringComparison.Ordinal)))
        .Select(property => property.Split(' ')).Select(words => $"{words[^2]} {words[^1].ToLowerInvariant()}").Distinct());

    [GeneratedRegex(@"{(\w+)")]
    private static partial Regex Placeholder();
}
