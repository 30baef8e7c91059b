using System.Globalization;
using System.Text.RegularExpressions;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Projections;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Cursors;

/// <summary>Servers that never say that a page is the last one, or say it in no form that DynamoDB has. No read of several pages goes on for ever.</summary>
public sealed partial class EndlessReadTests
{
    private static readonly Dictionary<string, Func<RepositoryContext, CancellationToken, Task>> Reads = new()
    {
        ["stream"] = static async (context, token) => await Create<IOrders>(context).OfCustomer("c").ToListAsync(token),
        ["list"] = static async (context, token) => await Create<IOrders>(context).Latest("c", 5, token),
        ["first"] = static async (context, _) => await Create<IOrders>(context).AnyInCity("Bergen"),
        ["page"] = static async (context, _) => await Create<IBooks>(context).CardsOfGenre("north", default, 5, cursor: null),
        ["collection"] = static async (context, token) => await Create<IOrders>(context).WithCustomer("c", token),
        ["shards"] = static async (context, token) => await Create<IOrders>(context).WithStatus(Status.Open).ToListAsync(token),
        ["page of shards"] = static async (context, _) => await Create<IBooks>(context).PageOfGenre(default, 5, cursor: null),
        ["hydration"] = static async (context, token) => await Create<IBooks>(context).By("Woolf").ToListAsync(token),
        ["page of hydration"] = static async (context, _) => await Create<IBooks>(context).PageBy("Woolf", 5, cursor: null),
        ["scan"] = static async (context, token) => await Create<IOrders>(context).ScanAll(1, token).ToListAsync(token),
        ["scan of segments"] = static async (context, token) => await Create<IOrders>(context).ScanAll(3, token).ToListAsync(token),
    };

    public static TheoryData<string> Names => [.. Reads.Keys];

    public static TheoryData<string, int, int> Circles => [.. Reads.Keys.SelectMany(static name =>
        new[] { (0, 1), (3, 1), (40, 1), (0, 2), (1, 2), (4, 3), (10, 7), (1, 60) }.Select(circle => (name, circle.Item1, circle.Item2)))];

    [Theory]
    [MemberData(nameof(Circles))]
    public async Task A_read_whose_keys_go_in_a_circle_ends_soon_with_a_typed_error(string read, int lead, int length)
    {
        var transport = new ScriptedTransport(request =>
        {
            var next = Number(request) + 1;
            return Page(Key(next < lead + length ? next : lead));
        });

        await Assert.ThrowsAsync<ItemFormatException>(() => Reads[read](Context(transport), TestContext.Current.CancellationToken));

        // A key that is repeated at once is noticed at once; a circle after it was gone around no more than three times.
        var most = length == 1 ? lead + 2 : 3 * (lead + length + 1);
        var partitions = read.Contains("shards", StringComparison.Ordinal) ? 5 : read == "scan of segments" ? 3 : 1;
        Assert.InRange(transport.Requests.Count, 2, partitions * most);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_read_of_many_pages_that_ends_is_no_circle(string read)
    {
        var transport = new ScriptedTransport(static request => Number(request) is var number and < 300 ? Page(Key(number + 1)) : """{"Items":[]}""");

        await Reads[read](Context(transport), TestContext.Current.CancellationToken);

        Assert.InRange(transport.Requests.Count, 301, 302 * 5);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"pk\"")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"pk":null,"sk":{"S":"x"}}""")]
    [InlineData("""{"pk":"a","sk":"x"}""")]
    [InlineData("""{"pk":{"S":"a"}}""")]
    [InlineData("""{"sk":{"S":"x"}}""")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"N":"1"}}""")]
    [InlineData("""{"pk":{"S":""},"sk":{"S":"x"}}""")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"S":"x"},"gsi1sk":{"NULL":true}}""")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"S":"x"},"gsi1sk":{"L":[]}}""")]
    [InlineData("""{"pk":{"S":"a"},"pk":{"S":"b"},"sk":{"S":"x"}}""")]
    public async Task A_malformed_key_is_a_typed_error_of_every_read(string key)
    {
        foreach (var (name, read) in Reads)
        {
            var transport = new ScriptedTransport(_ => Page(key));

            await Assert.ThrowsAsync<ItemFormatException>(() => read(Context(transport), TestContext.Current.CancellationToken));

            Assert.InRange(transport.Requests.Count, 1, name.Contains("shards", StringComparison.Ordinal) ? 5 : 3);
        }
    }

    [Fact]
    public async Task A_key_that_is_written_anew_each_time_is_the_same_key()
    {
        string[] ways =
        [
            """{"pk":{"S":"a"},"sk":{"S":"1"}}""",
            """{ "sk" : {"S":"\u0031"}, "pk" : { "S" : "a" } }""",
            """{"\u0070k":{"S":"\u0061"},"sk":{"S":"1"}}""",
        ];
        var answers = 0;
        var transport = new ScriptedTransport(_ => Page(ways[answers++ % ways.Length]));

        await Assert.ThrowsAsync<ItemFormatException>(() => Reads["stream"](Context(transport), TestContext.Current.CancellationToken));

        Assert.Equal(2, transport.Requests.Count);
    }

    [Fact]
    public async Task A_page_that_ends_where_its_cursor_stands_is_a_typed_error()
    {
        var books = Create<IBooks>(Context(new ScriptedTransport(static request => Number(request) < 3 ? Page(Key(Number(request) + 1)) : """{"Items":[]}""")));
        var stuck = Create<IBooks>(Context(new ScriptedTransport(static _ => Page(Key(1)))));

        Assert.Null((await books.PageOfKeys("Woolf", 5, null)).Cursor);
        await Assert.ThrowsAsync<ItemFormatException>(async () => await stuck.PageOfKeys("Woolf", 5, null));
    }

    private static string Page(string key) => $$"""{"Items":[],"LastEvaluatedKey":{{key}}}""";

    private static string Key(int number) => $$$"""{"pk":{"S":"p"},"sk":{"S":"{{{number}}}"}}""";

    /// <summary>The number of the key that a request goes on from; -1 in the first one.</summary>
    private static int Number(string request) =>
        StartKey().Match(request) is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : -1;

    [GeneratedRegex("\"ExclusiveStartKey\":\\{\"pk\":\\{\"S\":\"p\"\\},\"sk\":\\{\"S\":\"([0-9]+)\"")]
    private static partial Regex StartKey();

    private static RepositoryContext Context(ScriptedTransport transport) => new(transport, new DynamoGenTelemetry(), new DynamoGenOptions());

    private static TRepository Create<TRepository>(RepositoryContext context)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(context);
}
