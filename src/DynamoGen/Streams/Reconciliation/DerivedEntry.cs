namespace DynamoGen.Streams.Reconciliation;

/// <summary>What is derived from one item, or should be.</summary>
/// <typeparam name="TDocument">What is derived, such as a document of a search index or an item of a view.</typeparam>
/// <param name="Id">What names it in the derived state.</param>
/// <param name="Version">The version of the item that it is derived from; it grows with each change of the item.</param>
/// <param name="Document">What is derived.</param>
public sealed record DerivedEntry<TDocument>(string Id, long Version, TDocument Document);
