using DynamoGen.Declarations.Patterns;

namespace DynamoGen.Declarations.Reads;

/// <summary>Scans the table.</summary>
/// <param name="Signature">The method.</param>
/// <param name="IsConsistent">Whether the reads are strongly consistent.</param>
/// <param name="Expiry">The property by which an item counts as gone, or null.</param>
internal sealed record ScanPattern(PatternSignature Signature, bool IsConsistent, ExpiryModel? Expiry) : PatternModel(Signature);

/// <summary>Sets the markers of unique values right, for which the table is scanned.</summary>
/// <param name="Signature">The method.</param>
internal sealed record RepairUniquePattern(PatternSignature Signature) : PatternModel(Signature);
