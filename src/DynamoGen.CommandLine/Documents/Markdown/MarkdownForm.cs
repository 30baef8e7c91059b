using System.Text;
using DynamoGen.CommandLine.Documents.Content;

namespace DynamoGen.CommandLine.Documents.Markdown;

/// <summary>A document in Markdown, with the tables of GitHub's flavour.</summary>
/// <remarks>See <see href="https://github.github.com/gfm/">GitHub Flavored Markdown</see>.</remarks>
internal sealed class MarkdownForm
{
    private const int MostLevels = 6;

    private readonly StringBuilder _text = new();

    private MarkdownForm()
    {
    }

    public static string Of(DataModelDocument document)
    {
        var form = new MarkdownForm();
        form.Heading(1, document.Title);
        form.Write(document.Introduction, 1);
        foreach (var section in document.Sections)
        {
            form.Write(section, 1);
        }

        return form._text.ToString().TrimEnd('\n') + "\n";
    }

    private void Write(Block block, int level)
    {
        switch (block)
        {
            case Section section:
                Heading(level + 1, section.Title);
                foreach (var part in section.Blocks)
                {
                    Write(part, level + 1);
                }

                break;
            case Paragraph paragraph:
                _text.AppendJoin(string.Empty, paragraph.Runs.Select(MarkdownText.Of)).Append("\n\n");
                break;
            case Grid grid:
                Caption(grid.Caption);
                Rows(grid.Columns, grid.Rows.Select(row => row.Select(cell => string.Join("<br>", cell.Lines.Select(MarkdownText.Of)))));
                break;
            case Facet facet:
                Write(facet);
                break;
            case Diagram diagram:
                _text.Append("```mermaid\n").AppendJoin('\n', MermaidText.Lines(diagram)).Append("\n```\n\n");
                break;
        }
    }

    private void Write(Facet facet)
    {
        Caption(facet.Caption);
        string[] key = facet.SortKey is { } sort ? [$"Partition key: {facet.PartitionKey}", $"Sort key: {sort}"] : [$"Partition key: {facet.PartitionKey}"];
        Rows([.. key, "Entity", "Attributes"], facet.Collections.SelectMany(collection => collection.Items.Select((item, number) => (IEnumerable<string>)
        [
            // The key of a collection stands at its first item.
            number == 0 ? Code(collection.PartitionKey) : string.Empty,
            .. item.SortKey is { } value ? new[] { Code(value) } : [],
            MarkdownText.Plain(item.Entity),
            string.Join("<br>", item.Attributes.Select(attribute => $"{MarkdownText.Plain(attribute.Key)}: {Code(attribute.Value)}")),
        ])));
    }

    private static string Code(string text) => MarkdownText.Of(Run.Code(text));

    private void Heading(int level, string title) =>
        _text.Append('#', Math.Min(level, MostLevels)).Append(' ').Append(MarkdownText.Plain(title)).Append("\n\n");

    private void Caption(string caption) => _text.Append("**").Append(MarkdownText.Plain(caption)).Append("**\n\n");

    private void Rows(IReadOnlyList<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        _text.Append("| ").AppendJoin(" | ", columns.Select(MarkdownText.Plain)).Append(" |\n|");
        _text.Append(string.Concat(columns.Select(_ => "---|"))).Append('\n');
        foreach (var row in rows)
        {
            _text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        _text.Append('\n');
    }
}
