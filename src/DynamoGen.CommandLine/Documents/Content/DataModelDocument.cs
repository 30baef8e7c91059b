namespace DynamoGen.CommandLine.Documents.Content;

/// <summary>The document, before it has a form.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Introduction">What it is, in a sentence or two.</param>
/// <param name="Sections">Its parts.</param>
internal sealed record DataModelDocument(string Title, Paragraph Introduction, IReadOnlyList<Section> Sections);
