namespace DynamoGen.Declarations.Tables;

/// <summary>Which regions write the items of a table that is in several.</summary>
/// <param name="Mode">Which ones.</param>
/// <param name="Region">The region that writes all of them; null in another mode.</param>
/// <param name="Property">The property that names an item's home region; null in another mode.</param>
internal sealed record RegionWritesModel(RegionWriteMode Mode, string? Region = null, string? Property = null);

/// <summary>The members of <c>DynamoGen.Schema.RegionWriteMode</c> by number.</summary>
internal enum RegionWriteMode
{
    AnyRegion,
    OneRegion,
    HomeRegion,
}
