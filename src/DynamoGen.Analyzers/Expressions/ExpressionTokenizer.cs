namespace DynamoGen.Analyzers.Expressions;

/// <summary>Splits any expression of DynamoDB into tokens. Every text has tokens; what cannot be one is <see cref="ExpressionTokenKind.Unknown"/>.</summary>
internal static class ExpressionTokenizer
{
    public static IReadOnlyList<ExpressionToken> Tokenize(string text)
    {
        var tokens = new List<ExpressionToken>();
        var position = 0;
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            var kind = KindAt(text, position, out var length);
            tokens.Add(new ExpressionToken(kind, text.Substring(position, length), position));
            position += length;
        }

        tokens.Add(new ExpressionToken(ExpressionTokenKind.End, "", text.Length));
        return tokens;
    }

    private static ExpressionTokenKind KindAt(string text, int start, out int length)
    {
        var first = text[start];
        if (IsLetter(first))
        {
            length = WordLength(text, start);
            return ExpressionTokenKind.Word;
        }

        if (first is '#' or ':')
        {
            length = 1 + WordLength(text, start + 1);
            return length == 1 ? ExpressionTokenKind.Unknown : first == '#' ? ExpressionTokenKind.NamePlaceholder : ExpressionTokenKind.ValuePlaceholder;
        }

        if (IsDigit(first))
        {
            length = WordLength(text, start);
            return ExpressionTokenKind.Number;
        }

        length = SymbolLength(text, start);
        return length > 0 ? ExpressionTokenKind.Symbol : Unknown(out length);
    }

    private static ExpressionTokenKind Unknown(out int length)
    {
        length = 1;
        return ExpressionTokenKind.Unknown;
    }

    private static int SymbolLength(string text, int start)
    {
        var next = start + 1 < text.Length ? text[start + 1] : '\0';
        return (text[start], next) switch
        {
            ('<', '>' or '=') or ('>', '=') => 2,
            ('=' or '<' or '>' or '(' or ')' or '[' or ']' or ',' or '.' or '+' or '-', _) => 1,
            _ => 0,
        };
    }

    private static int WordLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsLetter(text[end]) || IsDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
