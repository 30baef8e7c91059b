using DynamoGen.Declarations.Patterns;

namespace DynamoGen.Declarations.Batches;

/// <summary>Puts or deletes one item in a batch of its caller's.</summary>
/// <param name="Signature">The method.</param>
/// <param name="IsDeletion">Whether the item is deleted.</param>
/// <param name="Key">The item's primary key.</param>
internal sealed record BatchWritePattern(PatternSignature Signature, bool IsDeletion, KeyConditionModel Key) : PatternModel(Signature);
