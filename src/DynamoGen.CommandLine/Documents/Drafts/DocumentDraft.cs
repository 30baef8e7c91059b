using DynamoGen.CommandLine.Documents.Content;

namespace DynamoGen.CommandLine.Documents.Drafts;

/// <summary>Makes the document of an application.</summary>
internal static class DocumentDraft
{
    public static DataModelDocument Of(DocumentSource source)
    {
        Section?[] sections =
        [
            OverviewDraft.Of(source), DiagramDraft.Of(source), MatrixDraft.Of(source), KeyLayoutDraft.Of(source), EntityDraft.Of(source), TableDraft.Of(source),
        ];
        return new DataModelDocument(
            $"Data model of {source.Title}",
            new Paragraph(
                "Tables, keys and access patterns in Amazon DynamoDB, written by ",
                Run.Code("dotnet dynamogen schema document"),
                " from what the code declares."),
            [.. sections.OfType<Section>()]);
    }
}
