namespace DynamoGen.Keys;

/// <summary>The cases of letters in keys, where all programs must come to the same text.</summary>
internal static class KeyCase
{
    /// <summary>The letter whose lower case other programs write differently at the end of a word.</summary>
    private const char Sigma = '\u03A3';

    public static string Lower(string text)
    {
        var lower = text.ToLowerInvariant();
        return Has(lower, char.IsUpper, out var letter) ? throw Differs(letter) : text.Contains(Sigma) ? throw Differs(Sigma) : lower;
    }

    public static string Upper(string text)
    {
        var upper = text.ToUpperInvariant();
        return Has(upper, char.IsLower, out var letter) ? throw Differs(letter) : upper;
    }

    /// <summary>Whether a text is one that <see cref="Lower"/> yields.</summary>
    public static bool IsLower(string text) => text == text.ToLowerInvariant() && !Has(text, char.IsUpper, out _);

    /// <summary>Whether a text is one that <see cref="Upper"/> yields.</summary>
    public static bool IsUpper(string text) => text == text.ToUpperInvariant() && !Has(text, char.IsLower, out _);

    /// <summary>Where a text ends that a terminator follows: where that is found first. It may begin in the text, and end in what follows.</summary>
    public static int EndOf(ReadOnlySpan<char> text, string terminator)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var rest = text[i..];
            if (rest.StartsWith(terminator, StringComparison.Ordinal)
                || (rest.Length < terminator.Length && terminator.StartsWith(rest, StringComparison.Ordinal)
                    && terminator.AsSpan().StartsWith(terminator.AsSpan(rest.Length), StringComparison.Ordinal)))
            {
                return i;
            }
        }

        return text.Length;
    }

    private static bool Has(string text, Func<char, bool> isOfCase, out char letter)
    {
        foreach (var each in text)
        {
            if (isOfCase(each))
            {
                letter = each;
                return true;
            }
        }

        letter = default;
        return false;
    }

    private static KeyException Differs(char letter) =>
        new($"A text in a key holds '{letter}', whose other case programs write differently, so that they would not find each other's items.");
}
