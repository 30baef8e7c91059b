using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Versions;

/// <summary>Items of four versions, of which the first two are read as a whole.</summary>
public sealed class WholeItemTests(LocalServer server) : VersionsTest(server)
{
    [Fact]
    public async Task Items_of_each_version_are_read_alike_by_every_read()
    {
        await PutAllAsync();

        Invoice[] single = [(await Invoices.Get("t", "1"))!, (await Invoices.Get("t", "2"))!, (await Invoices.Get("t", "3"))!, (await Invoices.Get("t", "4"))!];
        Assert.All(single, (invoice, i) => AssertExpected(invoice, i + 1));
        Assert.All(await Invoices.Of("t").ToArrayAsync(), (invoice, i) => AssertExpected(invoice, i + 1));
        Assert.All(Ordered(await Invoices.ScanAll(2).ToArrayAsync()), (invoice, i) => AssertExpected(invoice, i + 1));
        Assert.All(Ordered(await Invoices.GetMany(single.Select(invoice => new Invoice.PrimaryKey("t", invoice.Number))).ToArrayAsync()),
            (invoice, i) => AssertExpected(invoice, i + 1));
        var team = (await Persons.Whole("t"))!;
        Assert.Equal(4, team.Invoices.Count);
        Assert.All(team.Invoices, (invoice, i) => AssertExpected(invoice, i + 1));
    }

    [Fact]
    public async Task A_filter_finds_what_was_only_renamed_on_the_way()
    {
        await PutAllAsync();
        await PutAsync(Raw("Invoice", 1, "5", new() { ["Lines"] = new("a:x"), ["sum"] = new() { N = "1" } }));

        Assert.Equal(["1", "2", "3", "4"], await Invoices.WithRemark("t", "r").Select(invoice => invoice.Number).ToArrayAsync());
        Assert.Equal(["5"], await Invoices.WithoutRemark("t").Select(invoice => invoice.Number).ToArrayAsync());
        Assert.False(await Invoices.Delete("t", "1", "other"));
        Assert.True(await Invoices.Delete("t", "1", "r"));
        Assert.True(await Invoices.Delete("t", "2", "r"));
        Assert.Equal(["3", "4", "5"], await Invoices.Of("t").Select(invoice => invoice.Number).ToArrayAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_update_brings_the_item_up_to_date_first(int version)
    {
        await PutAllAsync();
        var number = version.ToString(CultureInfo.InvariantCulture);

        var updated = await Invoices.UpdateRemark("t", number, "new");

        Assert.Equal("new", updated.Remark);
        AssertExpected(updated with { Remark = "r" }, version);
        AssertExpected((await Invoices.Get("t", number))! with { Remark = "r" }, version);
        var stored = await StoredAsync($"INVOICE#{number}");
        Assert.Equal("4", stored["_v"].N);
        Assert.Empty(stored.Keys.Intersect(["sum", "Lines", "Memo", "Note", "Sum"]));
    }

    [Fact]
    public async Task What_an_older_version_required_is_named()
    {
        await PutAsync(Raw("Invoice", 1, "1", new() { ["Lines"] = new("a:x") }));

        var refused = await Assert.ThrowsAsync<ItemFormatException>(async () => await Invoices.Get("t", "1"));
        Assert.Equal(("Invoice", "sum"), (refused.Entity, refused.Attribute));
    }

    [Fact]
    public async Task What_an_upcaster_refuses_is_told_with_the_version()
    {
        await PutAsync(Raw("Invoice", 1, "1", new() { ["Lines"] = new("malformed"), ["sum"] = new() { N = "1" } }));

        var refused = await Assert.ThrowsAsync<ItemFormatException>(async () => await Invoices.Get("t", "1"));
        Assert.Equal("Invoice", refused.Entity);
        Assert.IsType<IndexOutOfRangeException>(refused.InnerException);
        Assert.Contains("of version 1", refused.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_version_is_refused()
    {
        await PutAsync(Raw("Invoice", 5, "1", []));

        await Assert.ThrowsAsync<UnknownVersionException>(async () => await Invoices.Get("t", "1"));
    }

    private static IEnumerable<Invoice> Ordered(IEnumerable<Invoice> invoices) => invoices.OrderBy(invoice => invoice.Number, StringComparer.Ordinal);

    private static void AssertExpected(Invoice invoice, int version)
    {
        Assert.Equal(version.ToString(CultureInfo.InvariantCulture), invoice.Number);
        Assert.Equal([new InvoiceLine("a", 3), new InvoiceLine("b", 1)], invoice.Content.Lines);
        Assert.Equal((12.5m, "r", "EUR"), (invoice.Content.Sum, invoice.Remark, invoice.Currency));
        Assert.Equal(version == 1 ? ["color"] : [], invoice.Others?.Keys ?? Enumerable.Empty<string>());
    }

    private async Task PutAllAsync()
    {
        await PutAsync(Raw("Invoice", 1, "1", new()
        {
            ["Lines"] = new("a:xxx;b:x"),
            ["sum"] = new() { N = "1250" },
            ["Memo"] = new("r"),
            ["color"] = new("red"),
        }));
        var lines = new AttributeValue { L = [Line("a", "3"), Line("b", "1")] };
        await PutAsync(Raw("Invoice", 2, "2", new() { ["Lines"] = lines, ["Sum"] = new() { N = "12.5" }, ["Note"] = new("r") }));
        var content = new AttributeValue { M = new() { ["Lines"] = lines, ["Sum"] = new() { N = "12.5" } } };
        await PutAsync(Raw("Invoice", 3, "3", new() { ["Content"] = content, ["Remark"] = new("r"), ["Currency"] = new() { N = "978" } }));
        await PutAsync(Raw("Invoice", 4, "4", new() { ["Content"] = content, ["Remark"] = new("r"), ["Currency"] = new("EUR") }));
    }

    private static AttributeValue Line(string what, string count) => new() { M = new() { ["What"] = new(what), ["Count"] = new() { N = count } } };
}
