using DynamoGen.Telemetry;

namespace DynamoGen.Streams.Consumers;

/// <summary>
/// A handler each of whose attempts has a span, below which are those of its own requests, and a duration. What nobody listens to costs nothing.
/// </summary>
/// <param name="handler">The handler.</param>
/// <param name="name">Its name.</param>
/// <param name="streamArn">The stream.</param>
/// <param name="shardId">The shard.</param>
/// <param name="telemetry">The consumer's telemetry.</param>
internal sealed class ObservedHandler(
    IStreamHandler handler, string name, string streamArn, string shardId, StreamConsumerTelemetry telemetry) : IStreamHandler
{
    public ValueTask HandleAsync(StreamRecord record, CancellationToken cancellationToken) =>
        telemetry.ObservesHandling ? ObserveAsync(record, cancellationToken) : handler.HandleAsync(record, cancellationToken);

    private async ValueTask ObserveAsync(StreamRecord record, CancellationToken cancellationToken)
    {
        using var span = telemetry.StartHandling(streamArn, shardId, name);
        var began = telemetry.TimeProvider.GetTimestamp();
        try
        {
            await handler.HandleAsync(record, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (span is not null)
        {
            SpanFailure.Record(span, failure);
            throw;
        }
        finally
        {
            telemetry.Handled(streamArn, name, telemetry.TimeProvider.GetElapsedTime(began));
        }
    }
}
