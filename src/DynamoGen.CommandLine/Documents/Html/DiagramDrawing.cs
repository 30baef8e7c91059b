using System.Globalization;
using DynamoGen.CommandLine.Documents.Content;

namespace DynamoGen.CommandLine.Documents.Html;

/// <summary>Draws a table with what hangs on it, narrow enough for a telephone.</summary>
internal sealed class DiagramDrawing
{
    private const int Width = 330;
    private const int BoxHeight = 46;
    private const int Gap = 10;
    private const int Indent = 26;
    private const int Padding = 12;

    /// <summary>The width of a letter of each of the sizes in the style sheet.</summary>
    private const double NameLetter = 8.1;
    private const double DetailLetter = 7.0;

    private readonly MarkupWriter _markup;
    private int _top = 1;

    private DiagramDrawing(MarkupWriter markup) => _markup = markup;

    public static void Write(MarkupWriter markup, DiagramTable table)
    {
        var boxes = 1 + CountOf(table.Parts);
        var height = (boxes * BoxHeight) + ((boxes - 1) * Gap) + 2;
        var (title, description) = (markup.Id($"diagram {table.Name}"), markup.Id($"description {table.Name}"));
        markup.Element(
            "svg",
            [
                ("role", "img"), ("aria-labelledby", $"{title} {description}"), ("viewBox", $"0 0 {Text(Width)} {Text(height)}"),
                ("width", Text(Width)), ("height", Text(height)),
            ],
            () =>
            {
                markup.Element("title", $"The table {table.Name}", ("id", title));
                markup.Element("desc", Description(table), ("id", description));
                var drawing = new DiagramDrawing(markup);
                drawing.Box("table", table.Name, table.Detail, left: 1);
                drawing.Parts(table.Parts, parentLeft: 1);
            });
    }

    private static int CountOf(IReadOnlyList<DiagramPart> parts) => parts.Sum(part => 1 + CountOf(part.Parts));

    private static string Description(DiagramTable table) =>
        $"Key and purpose: {table.Detail}.{string.Concat(table.Parts.Select(Description))}{(table.Parts.Count == 0 ? " Nothing hangs on it." : string.Empty)}";

    private static string Description(DiagramPart part) => $" {part.Kind} {part.Name}: {part.Detail}.{string.Concat(part.Parts.Select(Description))}";

    private void Parts(IReadOnlyList<DiagramPart> parts, int parentLeft)
    {
        var (trunk, from, left) = (parentLeft + (Indent / 2), _top - Gap, parentLeft + Indent);
        foreach (var part in parts)
        {
            var kind = part.Kind.ToString().ToLowerInvariant();
            var middle = _top + (BoxHeight / 2);
            _markup.Empty("path", ("class", $"line {kind}"), ("d", $"M{Text(trunk)} {Text(from)}V{Text(middle)}H{Text(left)}"));
            if (part.Kind is DiagramPartKind.Stream or DiagramPartKind.Handler)
            {
                _markup.Empty("path", ("class", "arrow"), ("d", $"M{Text(left)} {Text(middle)}l-7 -4v8z"));
            }

            Box(kind, part.Name, part.Detail, left);
            Parts(part.Parts, left);
        }
    }

    private void Box(string kind, string name, string detail, int left)
    {
        var width = Width - left - 1;
        var room = width - (2 * Padding);
        _markup.Empty(
            "rect",
            ("class", $"box {kind}"), ("x", Text(left)), ("y", Text(_top)), ("width", Text(width)), ("height", Text(BoxHeight)), ("rx", "6"));
        _markup.Element("text", Fitting(name, room / NameLetter), ("class", "name"), ("x", Text(left + Padding)), ("y", Text(_top + 20)));
        _markup.Element("text", Fitting(detail, room / DetailLetter), ("class", "detail"), ("x", Text(left + Padding)), ("y", Text(_top + 37)));
        _top += BoxHeight + Gap;
    }

    /// <summary>The description says the whole of it.</summary>
    private static string Fitting(string text, double letters) => text.Length <= letters ? text : $"{text[..((int)letters - 1)]}…";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
