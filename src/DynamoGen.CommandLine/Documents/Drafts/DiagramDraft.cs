using DynamoGen.CommandLine.Documents.Content;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Documents.Drafts;

/// <summary>The tables with their indexes, streams, handlers and regions.</summary>
internal static class DiagramDraft
{
    public static Section Of(DocumentSource source) => new("Diagram", [new Diagram([.. source.Tables.Select(Table)])]);

    private static DiagramTable Table(SourceTable table) => new(
        table.Name,
        table.Schema.Purpose == TablePurpose.Unspecified ? table.Places.First().Key : $"{table.Places.First().Key} · {table.Schema.Purpose}",
        [.. Indexes(table), .. Stream(table), .. Regions(table.Schema)]);

    private static IEnumerable<DiagramPart> Indexes(SourceTable table) => table.Places.Skip(1)
        .Select(place => new DiagramPart(DiagramPartKind.Index, place.Index!, $"{(place.IsLocal ? "local index" : "global index")} · {place.Key}"))
        .Concat(table.Schema.VectorIndexes.Select(index => new DiagramPart(DiagramPartKind.Index, index.Name, $"vector index · {index.Attribute}")));

    private static IEnumerable<DiagramPart> Stream(SourceTable table)
    {
        if (table.Schema.Stream != StreamView.None || table.Handlers.Count > 0)
        {
            yield return new DiagramPart(
                DiagramPartKind.Stream,
                "Stream",
                TableDraft.Carries(table.Schema.Stream),
                [.. table.Handlers.Select(handler => new DiagramPart(DiagramPartKind.Handler, handler.Name, handler.IsSink ? "sink" : "handler"))]);
        }
    }

    private static IEnumerable<DiagramPart> Regions(TableSchema table) =>
        table.Replicas.Select(replica => new DiagramPart(DiagramPartKind.Region, replica.Region, replica.IsWitness ? "witness" : "region"));
}
