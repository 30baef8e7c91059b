using System.Text;

namespace DynamoGen.CommandLine.Documents.Content;

/// <summary>Takes out of a text what neither form can carry, or what makes a reader see another text than the one that is there.</summary>
internal static class LegibleText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text in one line: line breaks are spaces; controls, halves of characters and changes of direction are replaced.</summary>
    public static string Of(string text)
    {
        var legible = new StringBuilder(text.Length);
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            if (char.IsHighSurrogate(letter) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]))
            {
                legible.Append(letter).Append(text[++place]);
            }
            else
            {
                legible.Append(letter switch
                {
                    '\r' or '\n' or '\t' or '\u2028' or '\u2029' => ' ',
                    _ when char.IsControl(letter) || char.IsSurrogate(letter) => Replacement,
                    (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\uFFFE' or '\uFFFF' => Replacement,
                    _ => letter,
                });
            }
        }

        return legible.ToString();
    }
}
