using System.Text;

namespace DynamoGen.Declarations.Keys;

/// <summary>
/// A key template as text: literal segments and placeholders, in order. <c>{{</c> and <c>}}</c> stand for braces.
/// It knows nothing of properties or types; the parser resolves the placeholders.
/// </summary>
internal sealed class KeyTemplate
{
    private KeyTemplate(string text, IReadOnlyList<KeyTemplateSegment> segments, string? error)
    {
        Text = text;
        Segments = segments;
        Error = error;
    }

    public string Text { get; }

    public IReadOnlyList<KeyTemplateSegment> Segments { get; }

    /// <summary>What is wrong with the text, as the end of a sentence, or null.</summary>
    public string? Error { get; }

    public static KeyTemplate Parse(string text)
    {
        var segments = new List<KeyTemplateSegment>();
        var literal = new StringBuilder();
        string? error = text.Length == 0 ? "is empty" : null;
        for (var i = 0; i < text.Length && error is null; i++)
        {
            var c = text[i];
            if (c is '{' or '}' && i + 1 < text.Length && text[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '{')
            {
                FlushLiteral(segments, literal);
                error = ParsePlaceholder(text, ref i, segments);
            }
            else if (c == '}')
            {
                error = "has a '}' without a '{'";
            }
            else
            {
                literal.Append(c);
            }
        }

        FlushLiteral(segments, literal);
        return new KeyTemplate(text, segments, error);
    }

    private static string? ParsePlaceholder(string text, ref int position, List<KeyTemplateSegment> segments)
    {
        var end = text.IndexOf('}', position);
        if (end < 0)
        {
            return "has a '{' without a '}'";
        }

        var content = text.Substring(position + 1, end - position - 1);
        var colon = content.IndexOf(':');
        var name = (colon < 0 ? content : content.Substring(0, colon)).Trim();
        var format = colon < 0 ? null : content.Substring(colon + 1);
        if (name.Length == 0)
        {
            return "has a placeholder without a name";
        }

        if (format is { Length: 0 })
        {
            return $"has an empty format for '{name}'";
        }

        segments.Add(new KeyTemplateSegment(null, name, format));
        position = end;
        return null;
    }

    private static void FlushLiteral(List<KeyTemplateSegment> segments, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            segments.Add(new KeyTemplateSegment(literal.ToString(), null, null));
            literal.Clear();
        }
    }
}
