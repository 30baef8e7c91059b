using DynamoGen.Hosting;
using DynamoGen.Streams.Processing;
using DynamoGen.Streams.Sinks;
using DynamoGen.Streams.Tests.Fences;
using DynamoGen.Streams.Tests.Processing;
using DynamoGen.Streams.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.Streams.Tests.Hosted;

/// <summary>What a handler or a sink is fed with by default, and which options are refused when it is added.</summary>
public sealed class StreamRegistrationTests
{
    public static TheoryData<string, Action<StreamHandlerOptions>> Wrong => new()
    {
        { nameof(StreamHandlerOptions.UsesFence), options => (options.UsesFence, options.Processing.Fence) = (true, new MemoryFence()) },
        {
            nameof(StreamHandlerOptions.KeepsFailedRecords),
            options => (options.KeepsFailedRecords, options.Processing.FailedRecords) = (true, new ListedFailures())
        },
        { nameof(StreamHandlerOptions.LeaseTableName), options => options.LeaseTableName = " " },
        { "StopAfter", options => options.Consumer.StopAfter = options.Consumer.HeartbeatInterval },
        { nameof(StreamProcessingOptions.Concurrency), options => options.Processing.Concurrency = 0 },
        { nameof(StreamProcessingOptions.MaxAttempts), options => options.Processing.MaxAttempts = 0 },
        { nameof(StreamProcessingOptions.MaxPendingRecords), options => options.Processing.MaxPendingRecords = 0 },
        { nameof(StreamProcessingOptions.RetryDelay), options => options.Processing.RetryDelay = TimeSpan.FromTicks(-1) },
        { nameof(StreamProcessingOptions.LongestRetryDelay), options => options.Processing.LongestRetryDelay = TimeSpan.FromMilliseconds(99) },
    };

    [Theory]
    [InlineData(1, 2)]
    [InlineData(10, 20)]
    [InlineData(500, 1000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_sink_is_fed_with_as_many_items_at_once_as_fill_two_batches(int maxBatch, int concurrency) =>
        Assert.Equal(concurrency, ConcurrencyOf(maxBatch));

    [Fact]
    public void What_is_chosen_for_a_sink_stays() => Assert.Equal(3, ConcurrencyOf(10, options => options.Processing.Concurrency = 3));

    [Fact]
    public void A_handler_is_fed_with_one_record_after_the_other() => Assert.Equal(1, new StreamHandlerOptions().Processing.Concurrency);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Options_that_do_not_fit_each_other_are_refused(string named, Action<StreamHandlerOptions> change)
    {
        var builder = new ServiceCollection().AddDynamoGen();

        Assert.Contains(named, Assert.Throws<ArgumentException>(() => builder.AddStreamHandler<OrdersSeen>(change)).Message);
        Assert.Contains(named, Assert.Throws<ArgumentException>(() => builder.AddStreamHandler<ShopTable>("h", _ => null!, change)).Message);
        Assert.Contains(named, Assert.Throws<ArgumentException>(() => builder.AddStreamSink<ShopTable>("s", _ => null!, change)).Message);
    }

    [Fact]
    public void A_fence_and_a_store_of_ones_own_fit() => new ServiceCollection().AddDynamoGen().AddStreamHandler<OrdersSeen>(options =>
        (options.Processing.Fence, options.Processing.FailedRecords) = (new MemoryFence(), new ListedFailures()));

    private static int ConcurrencyOf(int maxBatch, Action<StreamHandlerOptions>? configure = null)
    {
        StreamHandlerOptions? fed = null;
        var services = new ServiceCollection();
        services
            .AddDynamoGen(options => (options.ServiceUrl, options.Credentials) = ("http://127.0.0.1:1", _ => StreamServer.Credentials))
            .AddStreamSink<ShopTable>("sink", _ => new IdleSink(maxBatch), options =>
            {
                fed = options;
                configure?.Invoke(options);
            });
        using var provider = services.BuildServiceProvider();
        Assert.Single(provider.GetServices<IHostedService>().OfType<BackgroundService>());
        return fed!.Processing.Concurrency;
    }

    private sealed class IdleSink(int maxBatch) : IStreamSink
    {
        public int MaxBatchRecords => maxBatch;

        public ValueTask<IReadOnlyList<UndeliveredChange>> DeliverAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken) =>
            new([]);
    }
}
