using DynamoGen.Declarations.Patterns;

namespace DynamoGen.Declarations.Batches;

/// <summary>Gets many items by their primary keys.</summary>
/// <param name="Signature">The method.</param>
/// <param name="IsConsistent">Whether the reads are strongly consistent.</param>
/// <param name="Expiry">The property by which an item counts as gone, or null.</param>
internal sealed record GetManyPattern(PatternSignature Signature, bool IsConsistent, ExpiryModel? Expiry) : PatternModel(Signature);

/// <summary>Puts many items.</summary>
/// <param name="Signature">The method.</param>
internal sealed record PutManyPattern(PatternSignature Signature) : PatternModel(Signature);

/// <summary>Deletes many items by their primary keys.</summary>
/// <param name="Signature">The method.</param>
internal sealed record DeleteManyPattern(PatternSignature Signature) : PatternModel(Signature);
