namespace DynamoGen.Declarations.Symbols;

/// <summary>Tells whether a text has a form in UTF-8, which half of a surrogate pair has not.</summary>
internal static class WellFormedText
{
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
