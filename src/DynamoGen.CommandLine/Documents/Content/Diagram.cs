namespace DynamoGen.CommandLine.Documents.Content;

/// <summary>The tables, with what hangs on them.</summary>
/// <param name="Tables">The tables.</param>
internal sealed record Diagram(IReadOnlyList<DiagramTable> Tables) : Block;

/// <summary>A table of a diagram.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Detail">Its key, and what it is for.</param>
/// <param name="Parts">Its indexes, stream, and regions.</param>
internal sealed record DiagramTable(string Name, string Detail, IReadOnlyList<DiagramPart> Parts);

/// <summary>What hangs on a table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">What else is said of it.</param>
/// <param name="Parts">What hangs on it in turn: the handlers of a stream.</param>
internal sealed record DiagramPart(DiagramPartKind Kind, string Name, string Detail, params IReadOnlyList<DiagramPart> Parts);

/// <summary>What a part of a diagram is.</summary>
internal enum DiagramPartKind
{
    /// <summary>An index.</summary>
    Index,

    /// <summary>A change stream.</summary>
    Stream,

    /// <summary>A handler or sink of a stream.</summary>
    Handler,

    /// <summary>A region that the table is in.</summary>
    Region,
}
