namespace DynamoGen.Streams.Elasticsearch;

/// <summary>One operation of a bulk request.</summary>
/// <param name="Record">The place of its record in the batch.</param>
/// <param name="Index">The index.</param>
/// <param name="Id">The document's id.</param>
/// <param name="Document">The document, or null to delete it.</param>
/// <param name="Version">The version, or null to write whatever is there.</param>
/// <param name="MayRepeat">Whether a document of this very version is written again.</param>
internal sealed record DocumentWrite(int Record, string Index, string Id, object? Document, DocumentVersion? Version, bool MayRepeat = false);
