using System.Text;
using DynamoGen.Streams.Lambda;
using DynamoGen.Streams.Tests.Fences;
using DynamoGen.Streams.Tests.Handlers;
using DynamoGen.Streams.Tests.Processing;
using DynamoGen.Streams.Tests.Records;
using DynamoGen.Streams.Tests.Shop;

namespace DynamoGen.Streams.Tests.Lambda;

public sealed class StreamFunctionTests
{
    [Fact]
    public async Task A_batch_that_is_handled_has_no_failures()
    {
        var orders = new NewOrders();
        var order = new Order { CustomerId = "ALFKI", OrderId = 7, Status = "Open" };
        var json = $$"""{"Records":[{{Event.Json("INSERT", null, Event.Item<Order, Order.Marshaller>(order), "1")}}]}""";

        Assert.Equal("""{"batchItemFailures":[]}""", await InvokeAsync(StreamFunction.Of(orders), json));
        Assert.Equal(7, Assert.Single(orders.Orders).OrderId);
    }

    [Fact]
    public async Task Without_a_fence_the_first_failure_stops_the_batch()
    {
        var handler = new ScriptedHandler { Fails = record => record.Number == 3 };

        var answer = await InvokeAsync(new StreamFunction(handler, "h"), Batch("a1", "b2", "a3", "b4"));
        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"0003"}]}""", answer);
        Assert.Equal(["a1", "b2"], handler.Handled);
    }

    [Fact]
    public async Task With_lanes_and_a_fence_the_others_go_on_and_what_comes_again_is_skipped()
    {
        var handler = new ScriptedHandler { Fails = record => record.Number == 2 };
        var function = new StreamFunction(handler, "h", new() { Concurrency = 2, Fence = new MemoryFence(), MaxAttempts = 1 });

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"0002"}]}""", await InvokeAsync(function, Batch("a1", "b2", "a3", "b4", "a5")));
        Assert.Equal(["a1", "a3", "a5"], handler.Handled);

        handler.Fails = _ => false;
        Assert.Equal("""{"batchItemFailures":[]}""", await InvokeAsync(function, Batch("b2", "a3", "b4", "a5")));
        Assert.Equal(["a1", "a3", "a5", "b2", "b4"], handler.Handled);
    }

    [Fact]
    public void Lanes_without_a_fence_are_refused() =>
        Assert.Throws<ArgumentException>(() => new StreamFunction(new ScriptedHandler(), "h", new() { Concurrency = 2 }));

    [Fact]
    public async Task A_record_that_cannot_be_handled_goes_to_the_store_if_there_is_one()
    {
        var store = new ListedFailures();
        var handler = new ScriptedHandler { Fails = record => record.Number == 1 };
        var told = new List<string>();
        var function = new StreamFunction(handler, "h", new()
        {
            FailedRecords = store,
            MaxAttempts = 2,
            RetryDelay = TimeSpan.Zero,
            OnFailure = (record, failure) => told.Add($"{ScriptedHandler.Of(record)} {failure.GetType().Name}"),
        });

        Assert.Equal("""{"batchItemFailures":[]}""", await InvokeAsync(function, Batch("a1", "a2")));
        var failed = Assert.Single(store.Failed);
        Assert.Equal(("h", 2, "1"), (failed.Handler, failed.Attempts, failed.Record.Change.SequenceNumber.ToString().TrimStart('0')));
        Assert.IsType<InvalidOperationException>(failed.Reason);
        Assert.Equal(["a1 InvalidOperationException", "a1 InvalidOperationException"], told);
        Assert.Equal(["a2"], handler.Handled);
    }

    [Fact]
    public async Task A_store_that_fails_loses_nothing()
    {
        var handler = new ScriptedHandler { Fails = record => record.Number == 1 };
        var function = new StreamFunction(handler, "h", new() { FailedRecords = new ListedFailures { Fails = true }, MaxAttempts = 1 });

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"0001"}]}""", await InvokeAsync(function, Batch("a1", "a2")));
        Assert.Empty(handler.Handled);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task What_the_end_of_the_time_leaves_unhandled_is_reported(int concurrency)
    {
        using var ending = new CancellationTokenSource();
        var handler = new ScriptedHandler { Fails = record => record.Number == 2 && End(ending) };
        var function = new StreamFunction(handler, "h", new() { Concurrency = concurrency, Fence = new MemoryFence() });

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"0002"}]}""", await InvokeAsync(function, Batch("a1", "a2", "a3"), ending.Token));
        Assert.Equal(["a1"], handler.Handled);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"Records":[{}]}""")]
    [InlineData("""{"Records":[]""")]
    [InlineData("""{"Records":[]} more""")]
    public async Task What_is_no_event_fails_as_a_whole(string json) =>
        await Assert.ThrowsAsync<ItemFormatException>(() => InvokeAsync(new StreamFunction(new ScriptedHandler(), "h"), json));

    [Fact]
    public async Task An_event_of_more_records_than_usual_is_handled_whole()
    {
        var handler = new ScriptedHandler();
        await InvokeAsync(new StreamFunction(handler, "h"), Batch([.. Enumerable.Range(1, 1000).Select(number => $"a{number}")]));

        Assert.Equal(1000, handler.Handled.Count);
    }

    internal static string Batch(params string[] records) => $$"""{"Records":[{{string.Join(",", records.Select(ScriptedHandler.Json))}}]}""";

    private static bool End(CancellationTokenSource source)
    {
        source.Cancel();
        source.Token.ThrowIfCancellationRequested();
        return false;
    }

    private static async Task<string> InvokeAsync(StreamFunction function, string json, CancellationToken cancellationToken = default)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));
        using var reader = new StreamReader(await function.HandleAsync(input, cancellationToken));
        return await reader.ReadToEndAsync(CancellationToken.None);
    }
}
