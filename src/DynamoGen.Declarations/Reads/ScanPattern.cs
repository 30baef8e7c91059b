using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Patterns;

namespace DynamoGen.Declarations.Reads;

/// <summary>Scans the table or an index.</summary>
/// <param name="Signature">The method.</param>
/// <param name="Result">What it yields.</param>
/// <param name="IndexName">The index, or null for the table.</param>
/// <param name="Filter">What the items are filtered by after they were read: that they are of the entity, and what the method asks for.</param>
/// <param name="IsConsistent">Whether the reads are strongly consistent.</param>
/// <param name="Form">What each item becomes.</param>
internal sealed record ScanPattern(
    PatternSignature Signature, QueryResult Result, string? IndexName, Condition Filter, bool IsConsistent, ItemForm Form) : PatternModel(Signature)
{
    public override string? Index => IndexName;

    /// <summary>The parameter that says which part of the table is scanned, of as many as another one says; null where all are.</summary>
    public string? Segment { get; init; }
}

/// <summary>Sets the markers of unique values right, for which the table is scanned.</summary>
/// <param name="Signature">The method.</param>
internal sealed record RepairUniquePattern(PatternSignature Signature) : PatternModel(Signature);
