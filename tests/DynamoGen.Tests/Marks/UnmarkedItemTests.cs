using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Marks;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Marks;

/// <summary>Where marks are optional, an item of another program is known by what its keys begin with.</summary>
public sealed class UnmarkedItemTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;
    private StoredTable<UnmarkedShop>? _stored;

    private IPatrons Patrons => _services!.GetRequiredService<IPatrons>();

    private ILoans Loans => _services!.GetRequiredService<ILoans>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<UnmarkedShop>(builder => builder.AddRepository<IPatrons>().AddRepository<ILoans>().AddMarkStamper());
        _stored = new StoredTable<UnmarkedShop>(server, _services);
        await ForeignAsync("PATRON#ada", "PROFILE", "Id", new AttributeValue("ada"));
        await ForeignAsync("PATRON#ada", "LOAN#0000000001", "Number", new AttributeValue { N = "1" });
        await ForeignAsync("PATRON#ada", "FINE#0000000001", "Number", new AttributeValue { N = "1" });
        await ForeignAsync("SETTINGS", "all", "Id", new AttributeValue("settings"));
    }

    public async ValueTask DisposeAsync()
    {
        _stored?.Dispose();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }

    [Fact]
    public async Task Item_collections_have_the_items_of_both_programs()
    {
        await Loans.Put(new Loan("ada", 2) { Cents = 250 });

        var whole = await Patrons.Whole("ada");

        Assert.Equal("ada", whole!.Patron.Id);
        Assert.Equal([300, 250], whole.Loans.Select(loan => loan.Cents));
    }

    [Fact]
    public async Task Items_of_several_entities_leave_out_those_of_others()
    {
        await Loans.Put(new Loan("ada", 2) { Cents = 250 });

        var all = await Patrons.AllOf("ada");

        Assert.Equal([typeof(Loan), typeof(Loan), typeof(Patron)], all.Select(item => item.GetType()));
    }

    [Fact]
    public async Task Scans_find_the_items_of_both_programs()
    {
        await Patrons.Put(new Patron("bob") { City = "Paris" });

        Assert.Equal(["ada", "bob"], (await ListAsync(Patrons.ScanAll())).Select(patron => patron.Id).Order());
        Assert.Equal("bob", Assert.Single(await ListAsync(Patrons.ScanCity("Paris"))).Id);
        Assert.Equal(3, (await ListAsync(Patrons.ScanItems(segments: 2))).Count);
        Assert.Equal(2, await Patrons.CountAll());
    }

    [Fact]
    public async Task What_carries_the_name_of_another_entity_is_none_of_the_one_that_its_key_tells()
    {
        await _stored!.SetAsync("PATRON#ada", "LOAN#0000000001", "kind", new AttributeValue("gift"));

        Assert.Empty((await Patrons.Whole("ada"))!.Loans);
        Assert.DoesNotContain(await Patrons.AllOf("ada"), item => item is Loan);
        Assert.DoesNotContain(await ListAsync(Patrons.ScanItems(segments: 1)), item => item is Loan);
    }

    [Fact]
    public async Task An_update_brings_an_item_without_marks_up_to_date()
    {
        var updated = await Loans.UpdateNote("ada", 1, "late");

        var item = await _stored!.GetAsync("PATRON#ada", "LOAN#0000000001");
        Assert.Equal((300, "late"), (updated.Cents, updated.Note));
        Assert.Equal(("loan", "2", "300"), (item["kind"].S, item["shape"].N, item["Cents"].N));
        Assert.DoesNotContain("Euros", item.Keys);
    }

    [Fact]
    public async Task Stamps_give_the_items_of_an_entity_their_marks_and_nothing_else()
    {
        await Patrons.Put(new Patron("bob"));
        var before = await _stored!.GetAsync("PATRON#ada", "LOAN#0000000001");
        var stamper = _services!.GetRequiredService<MarkStamper>();

        var loans = await stamper.StampAsync<UnmarkedShop, Loan, Loan.Marshaller>(segments: 2);
        var patrons = await stamper.StampAsync<UnmarkedShop, Patron, Patron.Marshaller>();
        var again = await stamper.StampAsync<UnmarkedShop, Loan, Loan.Marshaller>();

        var after = await _stored!.GetAsync("PATRON#ada", "LOAN#0000000001");
        Assert.Equal(new StampedMarks(1, 0), loans);
        Assert.Equal(new StampedMarks(1, 0), patrons);
        Assert.Equal(new StampedMarks(0, 0), again);
        Assert.Equal(("loan", "1"), (after["kind"].S, after["shape"].N));
        Assert.Equal(before.Keys.Append("kind").Append("shape").Order(), after.Keys.Order());
        Assert.DoesNotContain("kind", (await _stored!.GetAsync("PATRON#ada", "FINE#0000000001")).Keys);
        Assert.DoesNotContain("kind", (await _stored!.GetAsync("SETTINGS", "all")).Keys);
        Assert.Equal(300, (await Loans.Get("ada", 1))!.Cents);
    }

    [Fact]
    public async Task Nothing_is_stamped_where_each_item_carries_its_marks()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => _services!.GetRequiredService<MarkStamper>().StampAsync<BroughtShop, Buyer, Buyer.Marshaller>());

        Assert.Contains("'brought' has no ItemMarks.Optional", refused.Message, StringComparison.Ordinal);
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

    /// <summary>Puts an item as another program does.</summary>
    private Task ForeignAsync(string partition, string sort, string property, AttributeValue value) =>
        _stored!.PutAsync(partition, sort, (property, value), ("Patron", new AttributeValue("ada")), ("Euros", new AttributeValue { N = "3" }));
}
