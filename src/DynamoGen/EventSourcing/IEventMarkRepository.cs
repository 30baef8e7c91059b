using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing;

/// <summary>The access patterns of marks. Inherit it by an interface with <c>[Repository&lt;…&gt;]</c>, and the generator writes the rest.</summary>
/// <typeparam name="TMark">The entity, whose key is kind and name, and the number.</typeparam>
public interface IEventMarkRepository<TMark>
    where TMark : EventMark
{
    /// <summary>Reads one mark.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name.</param>
    /// <param name="number">Its number.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [ConsistentRead]
    ValueTask<TMark?> Get(EventMarkKind kind, string name, long number, CancellationToken cancellationToken = default);

    /// <summary>Reads one mark in a transaction.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name.</param>
    /// <param name="number">Its number.</param>
    ReadAction<TMark> GetAction(EventMarkKind kind, string name, long number);

    /// <summary>Reads the marks of one kind and name by number.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="name">The name.</param>
    [ConsistentRead]
    IAsyncEnumerable<TMark> Read(EventMarkKind kind, string name);

    /// <summary>Reads the marks of one kind and name from the highest number down.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="name">The name.</param>
    /// <param name="limit">At most so many, or null for all.</param>
    [ConsistentRead, Descending]
    IAsyncEnumerable<TMark> ReadBackward(EventMarkKind kind, string name, int? limit = null);

    /// <summary>Writes a mark, whether or not there is one.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask Put(TMark mark, CancellationToken cancellationToken = default);

    /// <summary>Writes a mark where there is none, in a transaction.</summary>
    /// <param name="mark">The mark.</param>
    WriteAction CreateAction(TMark mark);

    /// <summary>Writes a mark in the place of one with a known version, in a transaction.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="before">The version that the stored one has.</param>
    [Condition("Version = {before}")]
    WriteAction ReplaceAction(TMark mark, long before);

    /// <summary>
    /// Demands in a transaction that there is no such mark: a delete of what must not be there, since a condition check demands an item.
    /// </summary>
    /// <param name="kind">The kind.</param>
    /// <param name="name">The name.</param>
    /// <param name="number">The number.</param>
    [Condition("attribute_not_exists(Number)")]
    WriteAction DeleteAbsentAction(EventMarkKind kind, string name, long number);
}
