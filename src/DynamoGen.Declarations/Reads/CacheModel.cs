namespace DynamoGen.Declarations.Reads;

/// <summary>How the answers of an access pattern are cached.</summary>
/// <param name="Seconds">How many seconds an item may be returned after it was read.</param>
/// <param name="Stamp">The attribute by which the later of two states of an item is known: its count of writes, else its time; or null.</param>
internal sealed record CacheModel(int Seconds, string? Stamp);
