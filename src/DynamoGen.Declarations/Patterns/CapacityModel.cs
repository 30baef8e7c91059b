namespace DynamoGen.Declarations.Patterns;

/// <summary>What an access pattern takes of the capacity, and may take.</summary>
/// <param name="Least">The units of a call at least, of a batch for each item; null where that depends on the table's size.</param>
/// <param name="Most">The units at most; null where that depends on how many items there are.</param>
/// <param name="OfHydration">The units of each item that is then read from the table; null where none is.</param>
/// <param name="Budget">The units that it may take; null where nobody has said.</param>
internal sealed record CapacityModel(double? Least, double? Most, double? OfHydration, double? Budget);
