using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Consumers;
using DynamoGen.Streams.Processing;
using DynamoGen.Streams.Tests.Clients;
using DynamoGen.Streams.Tests.Scripted;
using DynamoGen.Tests.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Streams.Tests.Consumers;

/// <summary>A consumer of a scripted stream, whose clock goes only while a test waits for something.</summary>
internal sealed class RunningConsumer : IAsyncDisposable
{
    public const string Worker = "worker";
    private const string Table = "orders";

    /// <summary>Only a consumer that hangs needs as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly OwnMeterFactory _meters = new();
    private readonly Measurements _measurements;
    private readonly StreamClient _client;
    private StreamConsumer? _consumer;

    public RunningConsumer()
    {
        Stream = Server.Add(Table);
        _client = Server.Connect();
        _measurements = new Measurements(_meters);
    }

    public ScriptedStreams Server { get; } = new();

    public ScriptedStream Stream { get; }

    public MemoryLeases Leases { get; } = new();

    public GatedHandler Handler { get; } = new();

    public ConsumerLog Log { get; } = new();

    public StreamConsumerOptions Options { get; } = new() { WorkerId = Worker };

    public StreamProcessingOptions Processing { get; } = new() { RetryDelay = TimeSpan.FromMilliseconds(1) };

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_795_800_100));

    public Task Run { get; private set; } = Task.CompletedTask;

    /// <summary>Called with each step of the clock.</summary>
    public Action EachStep { get; set; } = static () => { };

    public void Start()
    {
        _consumer = new StreamConsumer(Table, _client, Leases, Handler, "handler", Processing, Options, Time, _meters, Log);
        Run = _consumer.RunAsync(_stop.Token);
    }

    /// <summary>Lets the clock go on until a condition holds.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
        {
            EachStep();
            Time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1, patience.Token);
        }
    }

    /// <summary>Stops the consumer, and waits until it has ended in good order.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await UntilAsync(() => Run.IsCompleted);
        await Run;
    }

    /// <summary>The sum of a counter, of all measurements or of those with a tag.</summary>
    public double Sum(string counter, string? tag = null, string? value = null) => _measurements.Of($"dynamogen.stream.{counter}")
        .Where(measurement => tag is null || (string?)measurement.Tags[tag] == value).Sum(static measurement => measurement.Value);

    /// <summary>The values of a tag of a counter, in the order in which they came.</summary>
    public IReadOnlyList<string?> Tags(string counter, string tag) =>
        [.. _measurements.Of($"dynamogen.stream.{counter}").Select(measurement => (string?)measurement.Tags[tag])];

    /// <summary>The age of the oldest record that is not handled, in seconds; null where nothing is shown.</summary>
    public double? Oldest() => _measurements.Observe("dynamogen.stream.oldest_unprocessed").SingleOrDefault()?.Value;

    /// <summary>The lag of each shard that is shown, in seconds.</summary>
    public Dictionary<string, double> Lags() => _measurements.Observe("dynamogen.stream.shard_lag")
        .ToDictionary(static measurement => (string)measurement.Tags["dynamogen.stream.shard_id"]!, static measurement => measurement.Value);

    /// <summary>How long ago something was, in seconds.</summary>
    public double Ago(DateTimeOffset time) => (Time.GetUtcNow() - time).TotalSeconds;

    public async ValueTask DisposeAsync()
    {
        Handler.Let();
        await _stop.CancelAsync();
        await UntilAsync(() => Run.IsCompleted);
        _consumer?.Dispose();
        _client.Dispose();
        _measurements.Dispose();
        _meters.Dispose();
        await Server.DisposeAsync();
        _stop.Dispose();
    }
}
