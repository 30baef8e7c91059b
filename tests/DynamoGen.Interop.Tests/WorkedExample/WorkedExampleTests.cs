using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Marks;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Interop.Tests.WorkedExample;

/// <summary>The worked example of docs/existing-tables.md: its items are put by the client as they stand there, and its declarations are these.</summary>
public sealed partial class WorkedExampleTests(InteropServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;
    private IAmazonDynamoDB? _client;

    private static string Page => File.ReadAllText(Repository.Folder("docs", "existing-tables.md"));

    private IAccounts Accounts => _services!.GetRequiredService<IAccounts>();

    private IEntries Entries => _services!.GetRequiredService<IEntries>();

    private string Table => _services!.GetRequiredService<RepositoryContext>().TableName(Schema<Ledger>());

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<Ledger>(builder => builder.AddRepository<IAccounts>().AddRepository<IEntries>().AddMarkStamper());
        _client = server.Client();
        var items = Items().Match(Page).Groups["items"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, items.Length);
        foreach (var item in items)
        {
            await _client.PutItemAsync(Table, Item(item));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }

    [Fact]
    public void The_declarations_are_those_of_the_page() => Assert.EndsWith(
        Declarations().Match(Page).Groups["code"].Value,
        File.ReadAllText(Repository.Folder("tests", "DynamoGen.Interop.Tests", "WorkedExample", "Ledger.cs")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Every_item_is_read()
    {
        var statement = (await Accounts.Statement("eu", 42))!;

        Assert.Equal(("eu", 42, "Ada", 3L, "gold"),
            (statement.Account.Region, statement.Account.Number, statement.Account.Owner, statement.Account.Revision, statement.Account.Others["tier"].S));
        Assert.Equal([(12, -300L), (7, 1250L)], statement.Entries.Select(entry => (entry.Number, entry.Cents)));
        var seventh = (await Entries.Get("eu", 42, 7))!;
        Assert.Equal((new DateTimeOffset(2026, 3, 2, 8, 30, 0, 125, TimeSpan.Zero), null), (seventh.At, seventh.Note));
        Assert.Equal(["food", "fun"], seventh.Labels.Order());
        Assert.Equal([12], (await Entries.At("till-4", seventh.At.AddTicks(1))).Select(entry => entry.Number));
    }

    [Fact]
    public async Task What_is_changed_is_what_was_there_otherwise()
    {
        var before = await ItemAsync("profile");
        var account = (await Accounts.Get("eu", 42))!;
        await Accounts.Replace(account with { Owner = "Ada L." });
        var after = await ItemAsync("profile");

        Assert.Equal("Ada L.", after["owner"].S);
        Assert.Equal("4", after["rev"].N);
        Assert.All(before.Keys.Except(["owner", "rev"]), name => Assert.Equal(before[name].S, after[name].S));
        Assert.Equal(["_t", "_v", "_w"], after.Keys.Except(before.Keys).Order());

        before = await ItemAsync("entry|7");
        Assert.Equal("lunch", (await Entries.Annotate("eu", 42, 7, "lunch")).Note);
        after = await ItemAsync("entry|7");
        Assert.Equal("lunch", after["note"].S);
        Assert.Equal(["food", "fun"], after["labels"].SS.Order());
        Assert.All(["pk", "sk", "by", "at"], name => Assert.Equal(before[name].S, after[name].S));
    }

    [Fact]
    public async Task What_is_created_is_as_the_other_program_writes_it()
    {
        await Entries.Create(new Entry("eu", 42, 13) { Till = "till-9", At = new(2026, 3, 3, 7, 0, 0, TimeSpan.Zero), Cents = 5 });

        var item = await ItemAsync("entry|13");
        Assert.Equal(("till-9", "2026-03-03T07:00:00.000Z", "5"), (item["by"].S, item["at"].S, item["cents"].N));
        Assert.Equal(["_t", "_v", "_w", "at", "by", "cents", "labels", "pk", "sk"], item.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Items_get_their_marks_beside_both_programs()
    {
        var stamper = _services!.GetRequiredService<MarkStamper>();

        var accounts = await stamper.StampAsync<Ledger, Account, Account.Marshaller>();
        var entries = await stamper.StampAsync<Ledger, Entry, Entry.Marshaller>();

        Assert.Equal((1L, 2L), (accounts.Stamped, entries.Stamped));
        Assert.Equal("Entry", (await ItemAsync("entry|7"))["_t"].S);
        Assert.Equal(2, (await Accounts.Statement("eu", 42))!.Entries.Count);
    }

    private async Task<Dictionary<string, AttributeValue>> ItemAsync(string sortKey) =>
        (await _client!.GetItemAsync(Table, new() { ["pk"] = new("acct|eu|42"), ["sk"] = new(sortKey) }, consistentRead: true)).Item;

    private static Dictionary<string, AttributeValue> Item(string json) => Document.FromJson(json).ToDictionary(
        pair => pair.Key,
        pair => ((Document)pair.Value).Single() switch
        {
            ("S", var text) => new AttributeValue { S = text.AsString() },
            ("N", var number) => new AttributeValue { N = number.AsString() },
            ("SS", var set) => new AttributeValue { SS = [.. set.AsListOfString()] },
            ("NULL", _) => new AttributeValue { NULL = true },
            var other => throw new NotSupportedException(other.Key),
        });

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;

    [GeneratedRegex("```json\\n(?<items>\\{\"pk\":\\{\"S\":\"acct.*?)```", RegexOptions.Singleline)]
    private static partial Regex Items();

    [GeneratedRegex("```csharp\\n(?<code>\\[Table\\(\"ledger\".*?)```", RegexOptions.Singleline)]
    private static partial Regex Declarations();
}
