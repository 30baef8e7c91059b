using DynamoGen.Regions.Lineage;

namespace DynamoGen.Regions.Conflicts;

/// <summary>
/// A lost update: a write that was overwritten by one that did not know it. It is told by the change stream of the region in which the lost write was made,
/// once, where the other one arrives or is made.
/// </summary>
/// <param name="Region">The system name of the region of the stream, in which the lost write was made.</param>
/// <param name="Lost">The mark of the lost write.</param>
/// <param name="Won">The mark of the write that stands.</param>
/// <param name="Base">The mark of the version that the write that stands was based on; null where it was based on none.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
public sealed record ConflictContext(string Region, LineageMark Lost, LineageMark Won, LineageMark? Base)
{
    /// <summary>
    /// Whether the lost write was a delete by <see cref="TombstoneAttribute"/>, or another write of an item whose time to live had come by the clock of its
    /// writer: the write that stands has brought the item back.
    /// </summary>
    public bool LostIsTombstone { get; init; }

    /// <summary>Whether the write that stands is such a one: the item counts as absent, and the lost write went with it.</summary>
    public bool WonIsTombstone { get; init; }
}
