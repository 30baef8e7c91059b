using System.Globalization;
using System.Text;
using DynamoGen.CommandLine.Documents.Content;

namespace DynamoGen.CommandLine.Documents.Markdown;

/// <summary>A diagram in the language of Mermaid, which many viewers of Markdown draw.</summary>
/// <remarks>See <see href="https://mermaid.js.org/syntax/flowchart.html">flowcharts</see>.</remarks>
internal static class MermaidText
{
    public static IEnumerable<string> Lines(Diagram diagram)
    {
        yield return "flowchart LR";
        for (var number = 0; number < diagram.Tables.Count; number++)
        {
            var table = diagram.Tables[number];
            var id = string.Create(CultureInfo.InvariantCulture, $"t{number}");
            yield return $"  {id}[\"{Label(table.Name, table.Detail)}\"]";
            foreach (var line in Parts(id, table.Parts))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Parts(string parent, IReadOnlyList<DiagramPart> parts)
    {
        for (var number = 0; number < parts.Count; number++)
        {
            var part = parts[number];
            var id = string.Create(CultureInfo.InvariantCulture, $"{parent}p{number}");
            var label = $"\"{Label(part.Name, part.Detail)}\"";
            yield return part.Kind switch
            {
                DiagramPartKind.Index => $"  {parent} --- {id}[{label}]",
                DiagramPartKind.Stream => $"  {parent} ==> {id}([{label}])",
                DiagramPartKind.Handler => $"  {parent} --> {id}[[{label}]]",
                _ => $"  {parent} -.- {id}{{{{{label}}}}}",
            };
            foreach (var line in Parts(id, part.Parts))
            {
                yield return line;
            }
        }
    }

    private static string Label(string name, string detail) => detail.Length > 0 ? $"{Escaped(name)}<br/>{Escaped(detail)}" : Escaped(name);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in LegibleText.Of(text))
        {
            escaped.Append(letter is '"' or '#' or '<' or '>' or '&' or '`' or '\\' or ';' or '$' or '*' or '_' or '~'
                ? string.Create(CultureInfo.InvariantCulture, $"#{(int)letter};")
                : letter.ToString());
        }

        return escaped.ToString();
    }
}
