using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Marks;

/// <summary>Where a table names its marks otherwise, they are written, asked for and read under those names, and <c>_t</c> and <c>_v</c> are free.</summary>
public sealed class RenamedMarkTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;
    private StoredTable<BroughtShop>? _stored;

    private IBuyers Buyers => _services!.GetRequiredService<IBuyers>();

    private IPurchases Purchases => _services!.GetRequiredService<IPurchases>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<BroughtShop>(builder => builder
            .AddRepository<IBuyers>().AddRepository<IFirstPurchases>().AddRepository<IPurchases>());
        _stored = new StoredTable<BroughtShop>(server, _services);
    }

    public async ValueTask DisposeAsync()
    {
        _stored?.Dispose();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }

    private static Buyer Ada => new("ada", "ada@example.org") { Tier = 7, Visits = ["spring"] };

    [Fact]
    public async Task Items_and_the_markers_of_unique_values_carry_the_marks_of_their_table()
    {
        await Buyers.Create(Ada);

        var item = await _stored!.GetAsync("BUYER#ada", "PROFILE");
        var marker = await _stored!.GetAsync("MAIL#ada@example.org", "UNIQUE");

        Assert.Equal("buyer", item["__edb_e__"].S);
        Assert.Equal("1", item["__edb_v__"].N);
        Assert.Equal("7", item["_t"].N);
        Assert.Equal("spring", item["_v"].L.Single().S);
        Assert.Equal("buyer#unique", marker["__edb_e__"].S);
        Assert.Equal("1", marker["__edb_v__"].N);
        Assert.DoesNotContain("_t", marker.Keys);
        Assert.DoesNotContain("_v", marker.Keys);
    }

    [Fact]
    public async Task Every_read_knows_items_by_the_marks_of_their_table()
    {
        await Buyers.Create(Ada);
        await Purchases.Put(new Purchase("ada", 1) { Cents = 250 });

        var whole = await Buyers.Whole("ada");
        var all = await Buyers.AllOf("ada");

        Assert.Equal(7, (await Buyers.Get("ada"))!.Tier);
        Assert.Equal("ada@example.org", whole!.Buyer.Mail);
        Assert.Equal(250, Assert.Single(whole.Purchases).Cents);
        Assert.Equal([typeof(Buyer), typeof(Purchase)], all.Select(item => item.GetType()));
        Assert.Equal("ada", Assert.Single(await ListAsync(Buyers.ScanAll())).Id);
        Assert.Equal(2, (await ListAsync(Buyers.ScanItems(segments: 2))).Count);
        Assert.Equal(7, Assert.Single(await ListAsync(Buyers.OfTier(7))).Tier);
    }

    [Fact]
    public async Task Item_collections_are_positional_records_too()
    {
        await Purchases.Put(new Purchase("ada", 1) { Cents = 250 });

        Assert.Equal(250, Assert.Single((await Buyers.Sheet("ada"))!.Purchases).Cents);
        Assert.Null((await Buyers.Sheet("ada"))!.Buyer);
        await Assert.ThrowsAsync<ItemFormatException>(async () => await Buyers.File("ada"));
        await Buyers.Create(Ada);
        Assert.Equal(("ada", 1), ((await Buyers.File("ada"))!.Buyer.Id, (await Buyers.File("ada"))!.Purchases.Count));
    }

    [Fact]
    public void An_item_of_another_entity_is_refused_by_the_name_of_its_mark()
    {
        var item = Purchase.ToItem(new Purchase("ada", 1));
        item["__edb_e__"] = new AttributeValue("buyer");

        var refused = Assert.Throws<ItemFormatException>(() => Purchase.FromItem(item));

        Assert.Contains("__edb_e__", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_brings_an_item_of_an_older_version_up_to_date()
    {
        await _services!.GetRequiredService<IFirstPurchases>().Put(new FirstPurchase("ada", 1, Euros: 3));

        Assert.Equal(300, (await Purchases.Get("ada", 1))!.Cents);
        var updated = await Purchases.UpdateNote("ada", 1, "gift");

        var item = await _stored!.GetAsync("BUYER#ada", "PURCHASE#0000000001");
        Assert.Equal((300, "gift"), (updated.Cents, updated.Note));
        Assert.Equal("2", item["__edb_v__"].N);
        Assert.Equal("300", item["Cents"].N);
        Assert.DoesNotContain("Euros", item.Keys);
    }

    [Fact]
    public async Task An_item_of_a_newer_version_is_neither_read_nor_updated()
    {
        await Purchases.Put(new Purchase("ada", 1));
        await _stored!.SetAsync("BUYER#ada", "PURCHASE#0000000001", "__edb_v__", new AttributeValue { N = "3" });

        await Assert.ThrowsAsync<UnknownVersionException>(async () => await Purchases.Get("ada", 1));
        await Assert.ThrowsAsync<UnknownVersionException>(async () => await Purchases.UpdateNote("ada", 1, "gift"));
    }

    [Fact]
    public async Task An_update_that_makes_its_item_gives_it_the_marks()
    {
        await Purchases.UpsertCents("ada", 1, cents: 5);

        var item = await _stored!.GetAsync("BUYER#ada", "PURCHASE#0000000001");
        Assert.Equal(("purchase", "2"), (item["__edb_e__"].S, item["__edb_v__"].N));
    }

    [Fact]
    public async Task A_repair_of_unique_values_finds_items_and_markers()
    {
        await Buyers.Create(Ada);
        await Buyers.Create(new Buyer("bob", "bob@example.org"));
        await _stored!.DeleteAsync("MAIL#ada@example.org", "UNIQUE");
        await _stored!.DeleteAsync("BUYER#bob", "PROFILE");

        var repair = await Buyers.RepairUnique();

        Assert.Equal((1, 1), (repair.Claimed, repair.Released));
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
