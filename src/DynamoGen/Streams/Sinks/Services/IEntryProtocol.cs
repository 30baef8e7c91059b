using DynamoGen.Transport;

namespace DynamoGen.Streams.Sinks.Services;

/// <summary>How a service takes a batch of entries.</summary>
internal interface IEntryProtocol<TEvent>
{
    /// <summary>The most entries that both services take in a request.</summary>
    const int MaxEntries = 10;

    HttpOperation Operation { get; }

    /// <summary>What telemetry calls the sink.</summary>
    string Sink { get; }

    /// <summary>Where events go: an ARN or a name.</summary>
    string Destination { get; }

    /// <summary>Whether the destination keeps the order of an item's changes, so that they are sent one after another.</summary>
    bool KeepsOrder { get; }

    /// <summary>The bytes of an event, as the service counts them.</summary>
    long SizeOf(TEvent message);

    ReadOnlyMemory<byte> Write(IReadOnlyList<Entry<TEvent>> entries);

    /// <summary>Reads what became of each entry.</summary>
    /// <exception cref="AwsServiceException">The answer is none.</exception>
    EntryFailure[] Read(ReadOnlyMemory<byte> response, int entries);
}
