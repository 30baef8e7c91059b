using DynamoGen.Declarations.Patterns;

namespace DynamoGen.Declarations.Batches;

/// <summary>Reads, puts or deletes many items.</summary>
/// <param name="Signature">The method.</param>
/// <param name="IsAsync">Whether its sequence is waited for.</param>
internal abstract record BatchPattern(PatternSignature Signature, bool IsAsync) : PatternModel(Signature);

/// <summary>Gets many items by their primary keys.</summary>
/// <param name="Signature">The method.</param>
/// <param name="IsAsync">Whether its sequence is waited for.</param>
/// <param name="Form">What each item becomes.</param>
/// <param name="List">The list with a place for each key; null where items are returned as they come.</param>
/// <param name="IsConsistent">Whether the reads are strongly consistent.</param>
/// <param name="Expiry">The property by which an item counts as gone, or null.</param>
internal sealed record GetManyPattern(PatternSignature Signature, bool IsAsync, ItemForm Form, ListShape? List, bool IsConsistent, ExpiryModel? Expiry)
    : BatchPattern(Signature, IsAsync);

/// <summary>Puts many items.</summary>
/// <param name="Signature">The method.</param>
/// <param name="IsAsync">Whether its sequence is waited for.</param>
internal sealed record PutManyPattern(PatternSignature Signature, bool IsAsync) : BatchPattern(Signature, IsAsync);

/// <summary>Deletes many items by their primary keys.</summary>
/// <param name="Signature">The method.</param>
/// <param name="IsAsync">Whether its sequence is waited for.</param>
internal sealed record DeleteManyPattern(PatternSignature Signature, bool IsAsync) : BatchPattern(Signature, IsAsync);
