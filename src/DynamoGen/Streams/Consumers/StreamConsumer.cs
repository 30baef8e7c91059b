using System.Diagnostics.Metrics;
using DynamoGen.Streams.Leases;
using DynamoGen.Streams.Processing;
using DynamoGen.Streams.Shards;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DynamoGen.Streams.Consumers;

/// <summary>
/// Reads the change stream of a table, together with any number of other workers that share its leases. It is a hosted service, or can be run by
/// <see cref="RunAsync"/>.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html">Change data capture for DynamoDB Streams</see>.
/// </remarks>
public sealed class StreamConsumer : BackgroundService
{
    private readonly string _tableName;
    private readonly IStreamClient _client;
    private readonly ILeaseStore _store;
    private readonly IStreamHandler _handler;
    private readonly string _name;
    private readonly StreamProcessingOptions _processing;
    private readonly StreamConsumerOptions _options;
    private readonly StreamConsumerTelemetry _telemetry;
    private readonly TimeProvider _timeProvider;

    /// <param name="tableName">The table; its newest stream is read.</param>
    /// <param name="client">Reads the stream.</param>
    /// <param name="store">Keeps the leases.</param>
    /// <param name="handler">Handles the records.</param>
    /// <param name="name">The name by which fences, failed records and leases know the handler.</param>
    /// <param name="processing">How records are handled.</param>
    /// <param name="options">Intervals and limits.</param>
    /// <param name="timeProvider">The worker's clock; null for the system's.</param>
    /// <param name="meterFactory">Makes the meter; null for one of its own.</param>
    /// <param name="logger">Takes what fails and what moves; null for no logging.</param>
    /// <exception cref="ArgumentException">The options do not fit each other.</exception>
    internal StreamConsumer(
        string tableName, IStreamClient client, ILeaseStore store, IStreamHandler handler, string name, StreamProcessingOptions processing,
        StreamConsumerOptions options,
        TimeProvider? timeProvider = null, IMeterFactory? meterFactory = null, ILogger<StreamConsumer>? logger = null)
    {
        options.Validate();
        processing.Validate();
        (_tableName, _client, _store, _options) = (tableName, client, store, options);
        (_handler, _name, _processing) = (handler, name, processing);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _telemetry = new StreamConsumerTelemetry(meterFactory, _timeProvider, logger ?? NullLogger<StreamConsumer>.Instance);
    }

    /// <summary>Reads until the token is cancelled; then what was taken is handled, checkpointed and released.</summary>
    /// <param name="cancellationToken">Ends the reading in good order, which takes up to <see cref="StreamConsumerOptions.DrainTimeout"/>.</param>
    /// <exception cref="StreamNotFoundException">The table has no stream.</exception>
    /// <exception cref="TrimmedDataAccessException">Records are lost, and
    /// <see cref="StreamConsumerOptions.OnTrimmedData"/> says that this ends the consumer.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var streams = await _client.ListStreamsAsync(_tableName, cancellationToken).ConfigureAwait(false);
        var stream = streams.MaxBy(static stream => stream.Label, StringComparer.Ordinal)
            ?? throw new StreamNotFoundException($"Table {_tableName} has no stream; declare one by [Table(..., Stream = StreamView....)].");
        var coordinator = new LeaseCoordinator(stream.Arn, _client, _store, Processor, _options, _telemetry, _timeProvider);
        await coordinator.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _telemetry.Dispose();
        base.Dispose();
    }

    private LaneProcessor Processor(string streamArn, string shardId, CancellationToken leaseLost)
    {
        var handler = new ObservedHandler(_handler, _name, streamArn, shardId, _telemetry);
        void Failed(Exception failure) => _telemetry.HandlerFailed(streamArn, _name, failure);
        var handling = new RecordHandling(handler, _name, _processing, _timeProvider, giveUp: false, Failed);
        return new LaneProcessor(handling, _processing.Concurrency, _processing.MaxPendingRecords, leaseLost);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunAsync(stoppingToken);
}
