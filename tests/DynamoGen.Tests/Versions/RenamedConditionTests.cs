using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Versions;

/// <summary>Filters and conditions on attributes that older versions stored under other names, on items of three versions.</summary>
public sealed class RenamedConditionTests(LocalServer server) : IAsyncLifetime
{
    private static readonly string?[] Titles = ["A1", null, "B22", "A3"];

    private ServiceProvider? _services;

    private IBooks Current => _services!.GetRequiredService<IBooks>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<Books>(
            builder => builder.AddRepository<IFirstBooks>().AddRepository<ISecondBooks>().AddRepository<IBooks>());
        var (first, second) = (_services.GetRequiredService<IFirstBooks>(), _services.GetRequiredService<ISecondBooks>());
        for (var i = 0; i < Titles.Length; i++)
        {
            string[] words = i % 2 == 0 ? ["x", "y"] : ["y"];
            await first.Create(new FirstBook("s", $"1.{i}") { Name = Titles[i], Pages = i, Number = $"1.{i}", Words = words });
            await second.Create(new SecondBook("s", $"2.{i}") { Caption = Titles[i], Pages = i, Number = $"2.{i}", Words = words });
            await Current.Create(new Book("s", $"3.{i}") { Title = Titles[i], PageCount = i, Isbn = new Isbn($"3.{i}"), Tags = words });
        }
    }

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    public static TheoryData<string> Filters => [.. Named.Keys];

    /// <summary>What each filter finds, by the position of the book; the same of each version.</summary>
    private static Dictionary<string, (Func<IBooks, IAsyncEnumerable<Book>> Read, int[] Found)> Named => new()
    {
        ["equal"] = (books => books.Titled("s", "A1"), [0]),
        ["unequal"] = (books => books.NotTitled("s", "A1"), [1, 2, 3]),
        ["not equal"] = (books => books.NotEqual("s", "A1"), [1, 2, 3]),
        ["not of unequal or less"] = (books => books.TitledAndLong("s", "A3"), [3]),
        ["absent"] = (books => books.Untitled("s"), [1]),
        ["there"] = (books => books.WithTitle("s"), [0, 2, 3]),
        ["beginning"] = (books => books.UnderA("s"), [0, 3]),
        ["between"] = (books => books.Short("s"), [2, 3]),
        ["in"] = (books => books.Listed("s"), [0, 3]),
        ["size"] = (books => books.LongTitles("s"), [2]),
        ["contains"] = (books => books.TaggedX("s"), [0, 2]),
        ["element"] = (books => books.FirstTaggedX("s"), [0, 2]),
        ["type"] = (books => books.TextTitle("s"), [0, 2, 3]),
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_finds_the_items_of_all_versions(string filter)
    {
        var (read, found) = Named[filter];

        var ids = (await read(Current).ToListAsync(TestContext.Current.CancellationToken)).Select(book => book.Id).Order(StringComparer.Ordinal);

        Assert.Equal(Enumerable.Range(1, 3).SelectMany(version => found.Select(i => $"{version}.{i}")), ids);
    }

    [Fact]
    public async Task A_wrapper_is_compared_with_what_it_wraps()
    {
        foreach (var id in (string[])["1.2", "2.0", "3.3"])
        {
            Assert.Equal(id, Assert.Single(await Current.WithIsbn("s", new Isbn(id)).ToListAsync(TestContext.Current.CancellationToken)).Id);
        }
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("2.1")]
    [InlineData("3.2")]
    public async Task A_unique_value_of_an_older_item_is_demanded_given_up_and_taken(string id)
    {
        var stored = (await Current.Get("s", id))!;
        await Assert.ThrowsAsync<ConditionFailedException>(() => Current.Replace(stored, stored with { Isbn = new Isbn("other") }).AsTask());

        await Current.Replace(stored with { Isbn = new Isbn("new") }, stored);

        Assert.False(await Current.Delete(stored));
        Assert.True(await Current.Delete(stored with { Isbn = new Isbn("new") }));
        Assert.DoesNotContain(await MarkersAsync(), key => key is "ISBN#new" || key == "ISBN#" + id);
    }

    [Fact]
    public async Task A_check_in_a_transaction_sees_the_older_name()
    {
        var transactions = _services!.GetRequiredService<ITransactions>();
        await transactions.WriteAsync([Current.CheckTitle("s", "1.0", "A1"), Current.CheckTitle("s", "2.0", "A1"), Current.CheckTitle("s", "3.0", "A1")]);
        await Assert.ThrowsAsync<TransactionFailedException>(() => transactions.WriteAsync([Current.CheckTitle("s", "1.0", "A3")]).AsTask());
    }

    private async Task<List<string>> MarkersAsync()
    {
        var client = _services!.GetRequiredService<IAmazonDynamoDB>();
        var table = _services!.GetRequiredService<DynamoGenOptions>().TableName(Schema<Books>());
        var items = await client.ScanAsync(new ScanRequest(table) { ConsistentRead = true }, TestContext.Current.CancellationToken);
        return [.. items.Items.Where(item => item["sk"].S == "UNIQUE").Select(item => item["pk"].S)];
    }

    private static Schema.TableSchema Schema<TTable>()
        where TTable : class, Schema.ITable<TTable> => TTable.Schema;
}
