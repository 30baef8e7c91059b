using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Reads;

/// <summary>Where a read finds the newest version of its item.</summary>
/// <param name="Source">Which regions it asks.</param>
/// <param name="Regions">How many they are.</param>
internal sealed record NewestModel(NewestSource Source, int Regions = 1)
{
    /// <summary>Whether those that answer will do.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The time by which the versions of several regions are compared; null where one region is asked.</summary>
    public MemberModel? UpdatedAt { get; init; }

    /// <summary>What decides between equal times; null for the order of the regions.</summary>
    public MemberModel? Tie { get; init; }
}

/// <summary>Which regions have the newest version of an item.</summary>
internal enum NewestSource
{
    /// <summary>The client's own, since all of them have it.</summary>
    EveryRegion,

    /// <summary>The one that writes the table.</summary>
    OneRegion,

    /// <summary>The one that the item's key names.</summary>
    HomeRegion,

    /// <summary>Any of them, so that all are asked.</summary>
    AllRegions,
}
