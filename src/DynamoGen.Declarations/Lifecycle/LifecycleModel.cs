using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Lifecycle;

/// <summary>The properties of an entity that writes keep by themselves.</summary>
/// <param name="Lock">The count of writes, or null.</param>
/// <param name="CreatedAt">The time of the first put, or null.</param>
/// <param name="UpdatedAt">The time of the last write, or null.</param>
/// <param name="TimeToLive">The time of expiry, or null.</param>
internal sealed record LifecycleModel(MemberModel? Lock, MemberModel? CreatedAt, MemberModel? UpdatedAt, MemberModel? TimeToLive)
{
    /// <summary>The region of the last write, or null.</summary>
    public MemberModel? UpdatedRegion { get; init; }

    /// <summary>The marks by which lost updates are seen, or null.</summary>
    public LineageModel? Lineage { get; init; }

    /// <summary>The epoch of the last write's process, or null.</summary>
    public MemberModel? WriterEpoch { get; init; }

    /// <summary>The sets and registers of which the write's region has a part, which each write of the whole item makes.</summary>
    public EquatableArray<MemberModel> Regional { get; init; }

    /// <summary>What each write sets, whatever the caller gave.</summary>
    public IEnumerable<MemberModel> Kept =>
        new[] { Lock, CreatedAt, UpdatedAt, UpdatedRegion, Lineage?.Mark, Lineage?.Base, WriterEpoch }.OfType<MemberModel>();

    /// <summary>Whether what is written differs from what the caller gave.</summary>
    public bool Stamps => Kept.Any() || Regional.Count > 0;

    /// <summary>Whether the time of the write is in what is written.</summary>
    public bool StampsTime => CreatedAt is not null || UpdatedAt is not null || Regional.Count > 0;

    /// <summary>Whether a property is set by each write.</summary>
    public bool Keeps(string property) => Kept.Any(member => member.Property == property);
}

/// <summary>The marks of an item's writes.</summary>
/// <param name="Mark">The mark of the last write.</param>
/// <param name="Base">The mark of the version that it was based on.</param>
internal sealed record LineageModel(MemberModel Mark, MemberModel Base)
{
    /// <summary>The base of a write that found no item, or none with a mark.</summary>
    public const string NoBase = "-";
}
