using System.Text;
using DynamoGen.CommandLine.Documents.Content;

namespace DynamoGen.CommandLine.Documents.Html;

/// <summary>Writes markup that is HTML and well-formed XML at once. All that it is given is escaped.</summary>
internal sealed class MarkupWriter
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>An id that no other element has, such as <c>access-patterns</c>.</summary>
    public string Id(string text)
    {
        var name = new StringBuilder();
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(char.ToLowerInvariant(letter));
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var stem = $"d-{name}".TrimEnd('-');
        var id = stem;
        for (var number = 2; !_ids.Add(id); number++)
        {
            id = FormattableString.Invariant($"{stem}-{number}");
        }

        return id;
    }

    /// <summary>An element with what is in it.</summary>
    public void Element(string name, (string Name, string Value)[] attributes, Action content)
    {
        Open(name, attributes);
        _text.Append('>');
        content();
        _text.Append("</").Append(name).Append('>');
    }

    /// <summary>An element with a text.</summary>
    public void Element(string name, string text, params (string Name, string Value)[] attributes) => Element(name, attributes, () => Text(text));

    /// <summary>An element that is empty.</summary>
    public void Empty(string name, params (string Name, string Value)[] attributes)
    {
        Open(name, attributes);
        _text.Append(" />");
    }

    /// <summary>A text.</summary>
    public void Text(string text) => Escape(text);

    /// <summary>A run.</summary>
    public void Run(Run run)
    {
        if (run.IsCode)
        {
            Element("code", run.Text);
        }
        else
        {
            Text(run.Text);
        }
    }

    /// <summary>A line break in the source, where none is seen.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>What is written here and is markup already.</summary>
    public void Raw(string markup) => _text.Append(markup);

    public override string ToString() => _text.ToString();

    private void Open(string name, (string Name, string Value)[] attributes)
    {
        _text.Append('<').Append(name);
        foreach (var attribute in attributes)
        {
            _text.Append(' ').Append(attribute.Name).Append("=\"");
            Escape(attribute.Value);
            _text.Append('"');
        }
    }

    private void Escape(string text)
    {
        foreach (var letter in LegibleText.Of(text))
        {
            _ = letter switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                _ => _text.Append(letter),
            };
        }
    }
}
