using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Lifecycle;

/// <summary>The properties of an entity that writes keep by themselves.</summary>
/// <param name="Lock">The count of writes, or null.</param>
/// <param name="CreatedAt">The time of the first put, or null.</param>
/// <param name="UpdatedAt">The time of the last write, or null.</param>
/// <param name="TimeToLive">The time of expiry, or null.</param>
internal sealed record LifecycleModel(MemberModel? Lock, MemberModel? CreatedAt, MemberModel? UpdatedAt, MemberModel? TimeToLive)
{
    /// <summary>Whether what is written differs from what the caller gave.</summary>
    public bool Stamps => Lock is not null || StampsTime;

    /// <summary>Whether the time of the write is in what is written.</summary>
    public bool StampsTime => CreatedAt is not null || UpdatedAt is not null;
}
