namespace DynamoGen.Streams.Elasticsearch;

/// <summary>What an item is in the search index.</summary>
/// <param name="Index">The index that has the document. One index takes the items of one table, since ids are told by keys alone.</param>
/// <param name="Document">The document, which the client's serializer writes; null for an item that is left out.</param>
/// <param name="Version">The version; null where the item has no count, which needs a fence.</param>
public sealed record IndexedDocument(string Index, object? Document, DocumentVersion? Version);
