namespace DynamoGen.CommandLine.Documents.Content;

/// <summary>Rows and columns. The first cell of a row names it.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">The titles of the columns.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Grid(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block;

/// <summary>A cell.</summary>
/// <param name="Lines">What it says, in lines of their own.</param>
internal sealed record Cell(params IReadOnlyList<Run> Lines)
{
    public static Cell Empty { get; } = new([]);

    public static implicit operator Cell(string text) => new((Run)text);

    public static Cell Code(string text) => new(Run.Code(text));
}
