namespace DynamoGen.CommandLine.Documents.Content;

/// <summary>A part of a document.</summary>
internal abstract record Block;

/// <summary>Some sentences.</summary>
internal sealed record Paragraph(params IReadOnlyList<Run> Runs) : Block;

/// <summary>A part with a heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Blocks">What is below it.</param>
internal sealed record Section(string Title, IReadOnlyList<Block> Blocks) : Block;
