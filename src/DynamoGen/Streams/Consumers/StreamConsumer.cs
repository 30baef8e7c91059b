using System.Diagnostics.Metrics;
using DynamoGen.Streams.Leases;
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
    private readonly ShardProcessorFactory _factory;
    private readonly StreamConsumerOptions _options;
    private readonly StreamConsumerTelemetry _telemetry;
    private readonly TimeProvider _timeProvider;

    /// <param name="tableName">The table; its newest stream is read.</param>
    /// <param name="client">Reads the stream.</param>
    /// <param name="store">Keeps the leases.</param>
    /// <param name="factory">Makes what handles a shard.</param>
    /// <param name="options">Intervals and limits.</param>
    /// <param name="timeProvider">The worker's clock; null for the system's.</param>
    /// <param name="meterFactory">Makes the meter; null for one of its own.</param>
    /// <param name="logger">Takes what fails and what moves; null for no logging.</param>
    /// <exception cref="ArgumentException">The options do not fit each other.</exception>
    internal StreamConsumer(
        string tableName, IStreamClient client, ILeaseStore store, ShardProcessorFactory factory, StreamConsumerOptions options,
        TimeProvider? timeProvider = null, IMeterFactory? meterFactory = null, ILogger<StreamConsumer>? logger = null)
    {
        options.Validate();
        (_tableName, _client, _store, _factory, _options) = (tableName, client, store, factory, options);
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
        var coordinator = new LeaseCoordinator(stream.Arn, _client, _store, _factory, _options, _telemetry, _timeProvider);
        await coordinator.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _telemetry.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunAsync(stoppingToken);
}
