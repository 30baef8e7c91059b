namespace DynamoGen.Schema;

/// <summary>Which regions write the items of a table that is in several.</summary>
public enum RegionWriteMode
{
    /// <summary>Every region writes every item (<see cref="AnyRegionAttribute"/>).</summary>
    AnyRegion,

    /// <summary>One region writes all items (<see cref="OneRegionAttribute"/>).</summary>
    OneRegion,

    /// <summary>Each item's home region writes it (<see cref="HomeRegionAttribute"/>).</summary>
    HomeRegion,
}
