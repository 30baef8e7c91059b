using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Tests.WriteBack;

public sealed class WriteBackTests(LocalServer server) : WriteBackTest(server)
{
    [Fact]
    public async Task An_older_item_that_is_read_is_written_in_the_current_version_and_nothing_else_changes()
    {
        await Older.Create(new OldMemo("s", "1") { Title = "t", Stars = "3", Tag = "none" });
        await SetAsync("SHELF#s", "1", "Foreign", new AttributeValue("kept"));
        var before = (await StoredAsync("SHELF#s", "1"))!;
        Assert.Equal("TAG#none", before["gsi1pk"].S);

        var read = await Current.Get("s", "1");

        Assert.Equal(["written"], await OutcomesAsync(1));
        var after = (await StoredAsync("SHELF#s", "1"))!;
        Assert.Equal(["Changed", "Edition", "Foreign", "Headline", "Id", "Shelf", "Stars", "_t", "_v", "pk", "sk"], Shape(after));
        Assert.Equal(("2", "t", "3", "kept"), (after["_v"].N, after["Headline"].S, after["Stars"].N, after["Foreign"].S));
        Assert.Equal((before["Changed"].S, before["Edition"].N), (after["Changed"].S, after["Edition"].N));
        Assert.Equal(read, await Current.Get("s", "1"));
        Assert.Empty(await Current.OfTag("none").ToArrayAsync());
    }

    [Theory]
    [InlineData("query")]
    [InlineData("batch")]
    [InlineData("scan")]
    public async Task Each_older_item_of_a_read_of_several_is_written_back(string read)
    {
        for (var id = 1; id <= 3; id++)
        {
            await Older.Create(new OldMemo("s", $"{id}") { Title = "t" });
        }

        var items = read switch
        {
            "query" => Current.Of("s"),
            "batch" => Current.GetMany([new Memo.PrimaryKey("s", "1"), new Memo.PrimaryKey("s", "2"), new Memo.PrimaryKey("s", "3")]),
            _ => Current.ScanAll(),
        };

        Assert.Equal(3, await items.CountAsync());
        Assert.Equal(["written", "written", "written"], await OutcomesAsync(3));
        Assert.Equal("2", (await StoredAsync("SHELF#s", "3"))!["_v"].N);
    }

    [Fact]
    public async Task Reads_of_an_index_and_of_projections_and_current_items_write_nothing()
    {
        await Older.Create(new OldMemo("s", "1") { Title = "t", Tag = "red" });
        await Current.Create(new Memo("s", "2") { Headline = "current" });
        await Older.Create(new OldMemo("r", "last"));

        Assert.Single(await Current.OfTag("red").ToArrayAsync());
        Assert.Equal(["t", "current"], await Current.Headlines("s").Select(memo => memo.Headline).ToArrayAsync());
        Assert.Equal("current", (await Current.Get("s", "2"))!.Headline);
        await Current.Get("r", "last");

        // Items are written back in the order in which they are read.
        Assert.Equal(["written"], await OutcomesAsync(1));
        Assert.Equal(("1", "2"), ((await StoredAsync("SHELF#s", "1"))!["_v"].N, (await StoredAsync("SHELF#r", "last"))!["_v"].N));
    }

    [Fact]
    public async Task A_write_of_an_older_deployment_that_comes_between_is_not_lost()
    {
        // The title is absent in the item that is read, and its version is the same before and after.
        await Older.Create(new OldMemo("s", "1") { Stars = "3" });
        Interceptor.Before = () => SetAsync("SHELF#s", "1", "Title", new AttributeValue("between"));

        await Current.Get("s", "1");

        Assert.Equal(["changed"], await OutcomesAsync(1));
        Assert.Equal(("1", "between"), await StoredAsync("SHELF#s", "1") is { } stored ? (stored["_v"].N, stored["Title"].S) : default);
        Interceptor.Before = () => Task.CompletedTask;
        Assert.Equal(("between", 3), await Current.Get("s", "1") is { } memo ? (memo.Headline, memo.Stars) : default);
        Assert.Equal(["changed", "written"], await OutcomesAsync(2));
        Assert.Equal("between", (await StoredAsync("SHELF#s", "1"))!["Headline"].S);
    }

    [Fact]
    public async Task A_change_of_what_is_stored_alike_in_both_versions_that_comes_between_is_not_lost()
    {
        await Older.Create(new OldMemo("s", "1") { Title = "t" });
        Interceptor.Before = () => SetAsync("SHELF#s", "1", "Tag", new AttributeValue("red"));

        await Current.Get("s", "1");

        Assert.Equal(["changed"], await OutcomesAsync(1));
        Assert.Equal("red", (await StoredAsync("SHELF#s", "1"))!["Tag"].S);
    }

    [Fact]
    public async Task An_item_that_is_deleted_meanwhile_is_not_made_anew()
    {
        await Older.Create(new OldMemo("s", "1"));
        Interceptor.Before = () => DeleteAsync("SHELF#s", "1");

        await Current.Get("s", "1");

        Assert.Equal(["changed"], await OutcomesAsync(1));
        Assert.Null(await StoredAsync("SHELF#s", "1"));
    }

    [Fact]
    public async Task An_item_that_has_expired_is_left_to_its_deletion()
    {
        await Older.Create(new OldMemo("s", "1") { Until = DateTimeOffset.UtcNow.AddHours(-1) });

        await Current.Get("s", "1");

        Assert.Equal(["changed"], await OutcomesAsync(1));
        Assert.Equal("1", (await StoredAsync("SHELF#s", "1"))!["_v"].N);
    }

    [Fact]
    public async Task A_write_that_fails_is_counted_and_logged_without_values_and_no_read_learns_of_it()
    {
        await Older.Create(new OldMemo("secret", "1") { Title = "t" });
        Interceptor.Before = () => throw new InvalidOperationException("secret");

        Assert.Equal("t", (await Current.Get("secret", "1"))!.Headline);

        Assert.Equal(["failed"], await OutcomesAsync(1));
        var (level, message) = await LoggedAsync();
        Assert.Equal(LogLevel.Warning, level);
        Assert.StartsWith("An older item of Memo in table ", message, StringComparison.Ordinal);
        Assert.EndsWith("memos was not written back: InvalidOperationException. It stays readable as it is.", message, StringComparison.Ordinal);
        Interceptor.Before = () => Task.CompletedTask;
        await Current.Get("secret", "1");
        Assert.Equal(["failed", "written"], await OutcomesAsync(2));
    }

    [Fact]
    public async Task A_unique_value_in_another_form_is_left_to_a_write_that_moves_its_marker()
    {
        var older = Service<IOldContacts>();
        await older.Create(new OldContact("1", "Ada@example.com") { Nick = "Ada" });
        await older.Create(new OldContact("2", "bob@example.com") { Nick = "Bob" });

        await Service<IContacts>().Get("1");
        Assert.Equal(["unfit"], await OutcomesAsync(1));
        await Service<IContacts>().Get("2");

        Assert.Equal(["unfit", "written"], await OutcomesAsync(2));
        Assert.Equal("1", (await StoredAsync("CONTACT#1", "CONTACT"))!["_v"].N);
        Assert.Equal("Bob", (await StoredAsync("CONTACT#2", "CONTACT"))!["Name"].S);
    }

    [Fact]
    public void A_table_of_several_regions_and_a_second_registration_are_refused()
    {
        var builder = new ServiceCollection().AddDynamoGen();

        var refused = Assert.Throws<InvalidOperationException>(() => builder.AddWriteBack(WorldMemo.Marshaller.Upcasts));
        Assert.Contains("several regions", refused.Message, StringComparison.Ordinal);
        builder.AddWriteBack(Memo.Marshaller.Upcasts);
        Assert.Throws<InvalidOperationException>(() => builder.AddWriteBack(Memo.Marshaller.Upcasts));
        Assert.Throws<ArgumentException>(() => builder.AddWriteBack(Contact.Marshaller.Upcasts, options => options.Share = double.NaN));
        Assert.Throws<ArgumentException>(() => builder.AddWriteBack(Contact.Marshaller.Upcasts, options => options.MaxPerSecond = 0));
        Assert.Throws<ArgumentException>(() => builder.AddWriteBack(Contact.Marshaller.Upcasts, options => options.MaxPending = 0));
    }

    /// <summary>The attributes, without the mark of the last write, which no version of an entity has to do with.</summary>
    private static IEnumerable<string> Shape(Dictionary<string, AttributeValue> item) => item.Keys.Where(name => name != "_w").Order(StringComparer.Ordinal);

    /// <summary>The failure is logged behind its measurement.</summary>
    private async Task<(LogLevel Level, string Message)> LoggedAsync()
    {
        while (Logger.Entries.All(entry => !entry.Message.Contains("written back", StringComparison.Ordinal)))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return Assert.Single(Logger.Entries, entry => entry.Message.Contains("written back", StringComparison.Ordinal));
    }
}
