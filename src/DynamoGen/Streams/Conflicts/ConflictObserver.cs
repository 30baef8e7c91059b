using DynamoGen.Regions.Conflicts;
using DynamoGen.Streams.Dispatch;

namespace DynamoGen.Streams.Conflicts;

/// <summary>A generated handler whose lost updates are counted and logged, each when it has been handled.</summary>
internal sealed class ConflictObserver : IStreamHandler
{
    private readonly IStreamHandler _handler;
    private readonly StreamHandlerSchema _schema;
    private readonly ConflictTelemetry _telemetry;

    private ConflictObserver(IStreamHandler handler, StreamHandlerSchema schema, ConflictTelemetry telemetry) =>
        (_handler, _schema, _telemetry) = (handler, schema, telemetry);

    /// <summary>Observes a handler, if the items of its entities carry marks.</summary>
    public static IStreamHandler Of(IStreamHandler handler, StreamHandlerSchema? schema, Func<ConflictTelemetry> telemetry) =>
        schema is { Lineages.Count: > 0 } ? new ConflictObserver(handler, schema, telemetry()) : handler;

    public ValueTask HandleAsync(StreamRecord record, CancellationToken cancellationToken) =>
        RecordConflicts.Find(_schema, record) is { } conflict
            ? ObserveAsync(record, conflict, cancellationToken)
            : _handler.HandleAsync(record, cancellationToken);

    private async ValueTask ObserveAsync(StreamRecord record, ConflictContext conflict, CancellationToken cancellationToken)
    {
        await _handler.HandleAsync(record, cancellationToken).ConfigureAwait(false);
        _telemetry.Lost(_schema, conflict);
    }
}
