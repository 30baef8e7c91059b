using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing;

/// <summary>The access patterns of stored events. Inherit it by an interface with <c>[Repository&lt;…&gt;]</c>, and the generator writes the rest.</summary>
/// <typeparam name="TStored">The entity, whose key is the stream and the version.</typeparam>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.html">Query</see>.</remarks>
public interface IEventRepository<TStored>
    where TStored : StoredEvent
{
    /// <summary>Reads a stream in its order.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="from">The first version, or null for the beginning.</param>
    /// <param name="to">The last version, or null for the end.</param>
    /// <param name="limit">At most so many events, or null for all.</param>
    [ConsistentRead]
    IAsyncEnumerable<TStored> Read(string streamId, long? from = null, long? to = null, int? limit = null);

    /// <summary>Reads a stream from its end.</summary>
    /// <inheritdoc cref="Read"/>
    [ConsistentRead, Descending]
    IAsyncEnumerable<TStored> ReadBackward(string streamId, long? from = null, long? to = null, int? limit = null);

    /// <summary>Writes an event where there is none.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask Create(TStored stored, CancellationToken cancellationToken = default);

    /// <summary>Writes an event where there is none, in a transaction.</summary>
    /// <param name="stored">The event.</param>
    WriteAction CreateAction(TStored stored);

    /// <summary>Reads one event in a transaction.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="version">The version.</param>
    ReadAction<TStored> GetAction(string streamId, long version);
}
