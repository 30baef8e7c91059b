using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Repositories;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Versions;

/// <summary>Builds of three releases side by side, and each release taken back.</summary>
public sealed class RollOutTests(LocalServer server) : IAsyncLifetime
{
    private static readonly RollingRoom Sample = new("h", 1)
    {
        Floor = 3,
        Rate = new Rate(99.5m, "USD"),
        Remark = "view",
        Guest = new Guest("Ann", "Lee"),
        Tags = ["quiet", "corner"],
        Stays = 5,
    };

    private ServiceProvider? _services;

    private IFirstRooms First => Service<IFirstRooms>();

    private IRollingRooms Rolling => Service<IRollingRooms>();

    private IRooms Newest => Service<IRooms>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<Rooms>(builder => builder
        .AddRepository<IFirstRooms>().AddRepository<IRollingRooms>().AddRepository<IRooms>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task What_the_rolling_build_puts_creates_and_replaces_the_first_one_reads()
    {
        await Rolling.Put(Sample);
        await Rolling.Create(Sample with { Number = 2 });
        Assert.True(await Rolling.Replace(Sample with { Stays = 6 }));
        await Rolling.PutMany([Sample with { Number = 3 }, Sample with { Number = 4 }]);
        await Service<ITransactions>().WriteAsync([Rolling.PutAction(Sample with { Number = 5 })]);

        var expected = new FirstRoom("h", 1) { Floor = 3, Rate = 99.5m, Note = "view", GuestName = "Ann/Lee", Labels = "quiet,corner", Stays = 6 };
        Assert.Equal(expected, await First.Get("h", 1));
        for (var number = 2; number <= 5; number++)
        {
            Assert.Equal(expected with { Number = number, Stays = 5 }, await First.Get("h", number));
            Assert.Equal("1", (await StoredAsync(number))["_v"].N);
        }

        Assert.Equal(5, await Rolling.OnFloor(3).CountAsync());
    }

    [Fact]
    public async Task The_first_and_the_rolling_build_update_the_same_item()
    {
        await First.Put(new FirstRoom("h", 1) { Floor = 3, Rate = 1, Labels = "a", Note = "old" });

        await Rolling.UpdateStays("h", 1);
        await Rolling.UpdateRate("h", 1, new Rate(2.5m, "USD"), "new");
        await First.UpdateStays("h", 1);
        Assert.True(await Rolling.UpdateGuest("h", 1, new Guest("Bo", null), ["x", "y"]));

        Assert.Equal(
            new FirstRoom("h", 1) { Floor = 3, Rate = 2.5m, Note = "new", GuestName = "Bo", Labels = "x,y", Stays = 2 }, await First.Get("h", 1));
        await First.UpdateRate("h", 1, 7, "first");
        var room = (await Rolling.UpdateAndGet("h", 1))!;
        Assert.Equal((new Rate(7, "USD"), "first", 3), (room.Rate, room.Remark, room.Stays));
        Assert.Equal(["Floor", "GuestName", "Hotel", "Labels", "Note", "Number", "Rate", "Stays", "_t", "_v", "gsi1pk", "gsi1sk", "pk", "sk"],
            (await StoredAsync(1)).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_update_of_the_rolling_build_takes_an_item_of_the_newest_one_back_to_the_older_form()
    {
        await Newest.Put(new Room("h", 1) { Floor = 3, Rate = new Rate(4, "USD"), Remark = "r", Guest = new Guest("Ann", "Lee"), Tags = ["a"] });
        await Assert.ThrowsAnyAsync<DynamoGenException>(async () => await First.Get("h", 1));

        await Rolling.UpdateStays("h", 1);

        Assert.Equal(
            new FirstRoom("h", 1) { Floor = 3, Rate = 4, Note = "r", GuestName = "Ann/Lee", Labels = "a", Stays = 1 }, await First.Get("h", 1));
        Assert.DoesNotContain("Remark", (await StoredAsync(1)).Keys);
    }

    [Fact]
    public async Task An_update_of_the_newest_build_brings_an_item_of_the_rolling_one_up_to_date()
    {
        await Rolling.Put(Sample);

        await Newest.UpdateStays("h", 1);

        Assert.Equal("2", (await StoredAsync(1))["_v"].N);
        Assert.Equal((6, "view", new Guest("Ann", "Lee")), await Rolling.Get("h", 1) is { } room ? (room.Stays, room.Remark!, room.Guest!) : default);
        Assert.Equal(1, await Rolling.Remarked("h", "view").CountAsync());
        await Rolling.UpdateStays("h", 1);
        Assert.Equal(1, await Rolling.Remarked("h", "view").CountAsync());
    }

    [Fact]
    public async Task Of_the_rolling_and_the_newest_build_no_count_is_lost()
    {
        await Rolling.Put(Sample with { Stays = 0 });
        var counted = 0;

        await Parallel.ForAsync(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (number, _) =>
        {
            try
            {
                await (number % 2 == 0 ? Rolling.UpdateStays("h", 1) : Newest.UpdateStays("h", 1));
                Interlocked.Increment(ref counted);
            }
            catch (OutdatedItemException)
            {
                // Others brought the item into their form each time in between; nothing was written.
            }
        });

        var room = (await Rolling.Get("h", 1))!;
        Assert.InRange(counted, 1, 60);
        Assert.Equal(Sample with { Stays = counted, Tags = room.Tags }, room);
        Assert.Equal(Sample.Tags, room.Tags);
    }

    [Fact]
    public async Task Of_the_first_and_the_rolling_build_each_count_is_there()
    {
        await First.Put(new FirstRoom("h", 1) { Labels = "" });

        await Parallel.ForAsync(0, 60, async (number, _) => await (number % 2 == 0 ? Rolling.UpdateStays("h", 1) : First.UpdateStays("h", 1)));

        Assert.Equal(60, (await First.Get("h", 1))!.Stays);
    }

    [Fact]
    public async Task An_update_makes_an_item_that_the_first_build_reads()
    {
        await Rolling.Set("h", 9, 2, new Rate(3, "USD"), new Guest("Cy", "X"), ["t"]);

        Assert.Equal(new FirstRoom("h", 9) { Floor = 2, Rate = 3, GuestName = "Cy/X", Labels = "t" }, await First.Get("h", 9));
        Assert.Equal("1", (await StoredAsync(9))["_v"].N);
    }

    [Fact]
    public async Task An_action_of_a_transaction_says_that_the_item_has_another_form()
    {
        var transactions = Service<ITransactions>();
        await Newest.Put(new Room("h", 1) { Rate = new Rate(4, "USD") });

        var failed = await Assert.ThrowsAsync<TransactionFailedException>(async () => await transactions.WriteAsync([Rolling.UpdateAction("h", 1)]));
        Assert.Equal(TransactionFailureReason.OutdatedItem, Assert.Single(failed.Failures).Reason);

        await Rolling.UpdateStays("h", 1);
        await transactions.WriteAsync([Rolling.UpdateAction("h", 1)]);
        await transactions.WriteAsync([First.UpdateAction("h", 1)]);
        failed = await Assert.ThrowsAsync<TransactionFailedException>(async () => await transactions.WriteAsync([Newest.UpdateAction("h", 1)]));
        Assert.Equal(TransactionFailureReason.OutdatedItem, Assert.Single(failed.Failures).Reason);
        Assert.Equal(3, (await First.Get("h", 1))!.Stays);
    }

    [Fact]
    public async Task An_item_without_a_version_is_one_of_version_1_as_it_is()
    {
        await Rolling.Put(Sample);
        using (var client = Client())
        {
            await client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = TableName,
                Key = Key(1),
                UpdateExpression = "REMOVE #v",
                ExpressionAttributeNames = new() { ["#v"] = "_v" },
            });
        }

        await Rolling.UpdateStays("h", 1);

        Assert.Equal(6, (await First.Get("h", 1))!.Stays);
        Assert.DoesNotContain("_v", (await StoredAsync(1)).Keys);
    }

    private T Service<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    private string TableName => Service<RepositoryContext>().TableName(SchemaOf<Rooms>());

    private static Dictionary<string, AttributeValue> Key(int number) =>
        FirstRoom.ToItem(new FirstRoom("h", number) { Labels = "" }).Where(attribute => attribute.Key is "pk" or "sk").ToDictionary();

    private static Schema.TableSchema SchemaOf<TTable>()
        where TTable : class, Schema.ITable<TTable> => TTable.Schema;

    private AmazonDynamoDBClient Client() => new("local", "local", new AmazonDynamoDBConfig { ServiceURL = server.Endpoint });

    private async Task<Dictionary<string, AttributeValue>> StoredAsync(int number)
    {
        using var client = Client();
        return (await client.GetItemAsync(TableName, Key(number), consistentRead: true)).Item;
    }
}
