using DynamoGen.CommandLine.Documents.Content;

namespace DynamoGen.CommandLine.Documents.Html;

/// <summary>Tables of HTML. A wide one scrolls by itself, with the keyboard too.</summary>
internal static class GridMarkup
{
    public static void Write(MarkupWriter markup, Grid grid) => Scrolling(markup, grid.Caption, "grid", () =>
    {
        markup.Element("thead", [], () => markup.Element("tr", [], () =>
        {
            foreach (var column in grid.Columns)
            {
                markup.Element("th", column, ("scope", "col"));
            }
        }));
        markup.Element("tbody", [], () =>
        {
            foreach (var row in grid.Rows)
            {
                markup.Line();
                markup.Element("tr", [], () => Row(markup, row));
            }
        });
    });

    /// <summary>A table with a caption in a box that scrolls.</summary>
    public static void Scrolling(MarkupWriter markup, string caption, string kind, Action rows)
    {
        var id = markup.Id(caption);
        markup.Element("div", [("class", "scroll"), ("role", "group"), ("tabindex", "0"), ("aria-labelledby", id)], () =>
            markup.Element("table", [("class", kind)], () =>
            {
                markup.Element("caption", caption, ("id", id));
                rows();
            }));
    }

    private static void Row(MarkupWriter markup, IReadOnlyList<Cell> row)
    {
        for (var number = 0; number < row.Count; number++)
        {
            var cell = row[number];
            markup.Element(number == 0 ? "th" : "td", number == 0 ? [("scope", "row")] : [], () => Lines(markup, cell));
        }
    }

    private static void Lines(MarkupWriter markup, Cell cell)
    {
        for (var number = 0; number < cell.Lines.Count; number++)
        {
            if (number > 0)
            {
                markup.Empty("br");
            }

            markup.Run(cell.Lines[number]);
        }
    }
}
