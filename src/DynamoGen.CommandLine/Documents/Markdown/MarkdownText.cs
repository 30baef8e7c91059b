using System.Globalization;
using System.Text;
using DynamoGen.CommandLine.Documents.Content;

namespace DynamoGen.CommandLine.Documents.Markdown;

/// <summary>Text that Markdown shows as it is, in a table too.</summary>
internal static class MarkdownText
{
    /// <summary>What would end a span of code, or a cell; inside a span nothing can be escaped.</summary>
    private static readonly System.Buffers.SearchValues<char> EndsCode = System.Buffers.SearchValues.Create("`|\\");

    /// <summary>A run, escaped.</summary>
    public static string Of(Run run)
    {
        var text = LegibleText.Of(run.Text);
        return run.IsCode ? Code(text) : Plain(text);
    }

    /// <summary>A text, escaped.</summary>
    public static string Plain(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in LegibleText.Of(text))
        {
            escaped.Append(letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '&' or '~' or '$' or '@' or '#' ? "\\" : string.Empty)
                .Append(letter);
        }

        // Nothing that a name says becomes a link.
        return escaped.Replace("://", "\\://").Replace("www.", "www\\.").ToString();
    }

    private static string Code(string text)
    {
        if (text.Trim().Length == 0)
        {
            return string.Empty;
        }

        return text.AsSpan().ContainsAny(EndsCode) || text.Trim() != text ? $"<code>{Entities(text)}</code>" : $"`{text}`";
    }

    private static string Entities(string text)
    {
        var encoded = new StringBuilder(text.Length * 2);
        foreach (var letter in text)
        {
            encoded.Append(char.IsAsciiLetterOrDigit(letter) || letter == ' ' || !char.IsAscii(letter)
                ? letter.ToString()
                : string.Create(CultureInfo.InvariantCulture, $"&#{(int)letter};"));
        }

        return encoded.ToString();
    }
}
