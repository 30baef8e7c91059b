using System.Buffers.Text;
using System.Diagnostics;
using DynamoGen.Requests;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Cursors;

public sealed class InvalidCursorTests(LocalServer server) : CursorTest(server)
{
    private string _cursor = string.Empty;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await PutAsync(Enumerable.Range(0, 6).Select(i => NewOrder(i)));
        _cursor = (await PageAsync(3, null)).Cursor!;
    }

    [Fact]
    public async Task A_cursor_of_which_any_bit_is_flipped_is_refused_and_nothing_is_sent()
    {
        var bytes = Base64Url.DecodeFromChars(_cursor);
        using var spans = new Spans(OfCustomerPattern.Name);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            await AssertRefusedAsync(() => PageAsync(3, Base64Url.EncodeToString(bytes)));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Equal(bytes.Length * 8, spans.Ended.Count);
        Assert.All(spans.Ended, span => Assert.Equal(0, span.Requests));
        var unaltered = await PageAsync(3, Base64Url.EncodeToString(bytes));
        Assert.Equal([3, 4, 5], Ids([unaltered]));
    }

    [Fact]
    public async Task A_cursor_of_which_any_character_is_another_is_refused()
    {
        for (var i = 0; i < _cursor.Length; i++)
        {
            var other = _cursor[i] == 'A' ? 'B' : 'A';
            await AssertRefusedAsync(() => PageAsync(3, _cursor[..i] + other + _cursor[(i + 1)..]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("{\"pk\":{\"S\":\"CUSTOMER#c\"}}")]
    [InlineData("eyJwayI6eyJTIjoiQ1VTVE9NRVIjYyJ9fQ")]
    public async Task What_is_no_cursor_is_refused(string cursor)
    {
        await AssertRefusedAsync(() => PageAsync(3, cursor));
    }

    [Fact]
    public async Task A_cursor_of_other_parameters_is_refused()
    {
        await AssertRefusedAsync(() => PageAsync(3, _cursor, new OfCustomer("d")));
        await AssertRefusedAsync(() => PageAsync(3, _cursor, new OfCustomer("c", sortKeyPrefix: "ORDER")));
        await AssertRefusedAsync(() => PageAsync(3, _cursor, new OfCustomer("c", city: "Bern")));
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        await AssertRefusedAsync(() => PageAsync(3, _cursor, options: new QueryOptions(Descending: true)));
    }

    [Fact]
    public async Task A_cursor_of_another_access_pattern_index_or_table_is_refused()
    {
        var schema = OfCustomerPattern.Table;

        await AssertRefusedAsync(() => PageAsync(3, _cursor, pattern: OfCustomerPattern with { Name = "IOrders.Other" }), "IOrders.Other");
        await AssertRefusedAsync(() => PageAsync(3, _cursor, pattern: OfCustomerPattern with { Index = "gsi2" }));
        await AssertRefusedAsync(() => PageAsync(3, _cursor, pattern: OfCustomerPattern with { Table = schema with { Name = "other" } }));
    }

    [Fact]
    public async Task A_cursor_of_one_query_is_none_of_the_same_query_over_shards()
    {
        await AssertRefusedAsync(() => Context.QueryShardsPageAsync<Order, Order.Marshaller, WithStatus>(
            OfCustomerPattern, new WithStatus(Status.Open), default, 3, _cursor, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_error_names_the_access_pattern_and_the_causes_and_no_values_and_is_always_the_same()
    {
        var altered = await Assert.ThrowsAsync<InvalidCursorException>(async () => await PageAsync(3, "x"));
        var misplaced = await Assert.ThrowsAsync<InvalidCursorException>(async () => await PageAsync(3, _cursor, new OfCustomer("d")));

        Assert.Equal(altered.Message, misplaced.Message);
        Assert.StartsWith("The cursor given to IOrders.PageOfCustomer cannot be used.", altered.Message);
        Assert.Contains("was altered", altered.Message);
        Assert.Contains("with other parameters", altered.Message);
        Assert.Contains("PreviousCursorKeys", altered.Message);
        Assert.DoesNotContain(_cursor, misplaced.Message);
        Assert.Null(altered.InnerException);
    }

    [Fact]
    public async Task A_refused_cursor_is_an_outcome_and_no_error()
    {
        using var spans = new Spans(OfCustomerPattern.Name);

        await AssertRefusedAsync(() => PageAsync(3, "x"));

        var span = Assert.Single(spans.Ended).Span;
        Assert.Equal(("invalid_cursor", ActivityStatusCode.Unset), (span.GetTagItem("dynamogen.outcome"), span.Status));
    }

    private static async Task AssertRefusedAsync(Func<ValueTask<Page<Order>>> read, string accessPattern = "IOrders.PageOfCustomer")
    {
        var refused = await Assert.ThrowsAsync<InvalidCursorException>(async () => await read());
        Assert.Equal(accessPattern, refused.AccessPattern);
    }
}
