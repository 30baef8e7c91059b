namespace DynamoGen.Schema;

/// <summary>Where the items of a table that is in several regions are written.</summary>
/// <param name="Mode">Which regions write them.</param>
/// <param name="Region">The region that writes all of them; null in another mode.</param>
/// <param name="Property">The property that names an item's home region; null in another mode.</param>
public sealed record RegionWritesSchema(RegionWriteMode Mode, string? Region = null, string? Property = null);
