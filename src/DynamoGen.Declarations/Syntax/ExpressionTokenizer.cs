using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Declarations.Syntax;

/// <summary>Cuts any text into the pieces of an expression. Every text has pieces; what can be none is <see cref="ExpressionTokenKind.Unknown"/>.</summary>
internal static class ExpressionTokenizer
{
    public static IReadOnlyList<ExpressionToken> Tokenize(string text, ExpressionDialect dialect)
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

            var token = Next(text, position, dialect);
            tokens.Add(token);
            position = token.Span.End;
        }

        tokens.Add(new ExpressionToken(ExpressionTokenKind.End, string.Empty, new TextSpan(text.Length, 0)));
        return tokens;
    }

    private static ExpressionToken Next(string text, int start, ExpressionDialect dialect)
    {
        var first = text[start];
        if (IsFirst(first, dialect))
        {
            return Word(text, start, dialect);
        }

        if (IsDigit(first))
        {
            return Number(text, start, dialect);
        }

        return (first, dialect) switch
        {
            ('#' or ':', ExpressionDialect.Request) => Placeholder(text, start),
            ('{', ExpressionDialect.Declared) => Parameter(text, start),
            ('\'', ExpressionDialect.Declared) => Quoted(text, start),
            _ => Symbol(text, start),
        };
    }

    private static ExpressionToken Word(string text, int start, ExpressionDialect dialect)
    {
        var end = End(text, start + 1, dialect);

        // A property that is named as a keyword of C# may be written as C# writes it.
        var word = text.Substring(start, end - start);
        return new ExpressionToken(ExpressionTokenKind.Word, word[0] == '@' ? word.Substring(1) : word, TextSpan.FromBounds(start, end));
    }

    private static ExpressionToken Number(string text, int start, ExpressionDialect dialect)
    {
        var end = End(text, start, dialect);
        if (dialect == ExpressionDialect.Declared && end + 1 < text.Length && text[end] == '.' && IsDigit(text[end + 1]))
        {
            end = End(text, end + 1, dialect);
        }

        var number = text.Substring(start, end - start);
        var isNumber = number.All(letter => IsDigit(letter) || letter == '.');
        return new ExpressionToken(isNumber ? ExpressionTokenKind.Number : ExpressionTokenKind.Unknown, number, TextSpan.FromBounds(start, end));
    }

    private static ExpressionToken Placeholder(string text, int start)
    {
        var end = End(text, start + 1, ExpressionDialect.Request);
        var kind = end == start + 1 ? ExpressionTokenKind.Unknown
            : text[start] == '#' ? ExpressionTokenKind.NamePlaceholder
            : ExpressionTokenKind.ValuePlaceholder;
        return new ExpressionToken(kind, text.Substring(start, end - start), TextSpan.FromBounds(start, end));
    }

    private static ExpressionToken Parameter(string text, int start)
    {
        var end = text.IndexOf('}', start);
        return end < 0
            ? Unclosed(text, start)
            : new ExpressionToken(ExpressionTokenKind.Parameter, text.Substring(start + 1, end - start - 1).Trim(), TextSpan.FromBounds(start, end + 1));
    }

    /// <summary>Two quotes inside of a text are one of its own.</summary>
    private static ExpressionToken Quoted(string text, int start)
    {
        var end = text.IndexOf('\'', start + 1);
        while (end >= 0 && end + 1 < text.Length && text[end + 1] == '\'')
        {
            end = text.IndexOf('\'', end + 2);
        }

        return end < 0
            ? Unclosed(text, start)
            : new ExpressionToken(ExpressionTokenKind.Text, text.Substring(start + 1, end - start - 1).Replace("''", "'"), TextSpan.FromBounds(start, end + 1));
    }

    private static ExpressionToken Unclosed(string text, int start) =>
        new(ExpressionTokenKind.Unclosed, text.Substring(start), TextSpan.FromBounds(start, text.Length));

    private static ExpressionToken Symbol(string text, int start)
    {
        var next = start + 1 < text.Length ? text[start + 1] : '\0';
        var length = (text[start], next) switch
        {
            ('<', '>' or '=') or ('>', '=') => 2,
            ('=' or '<' or '>' or '(' or ')' or '[' or ']' or ',' or '.' or '+' or '-', _) => 1,
            _ => 0,
        };
        var kind = length == 0 ? ExpressionTokenKind.Unknown : ExpressionTokenKind.Symbol;
        var span = new TextSpan(start, Math.Max(length, 1));
        return new ExpressionToken(kind, text.Substring(span.Start, span.Length), span);
    }

    private static int End(string text, int start, ExpressionDialect dialect)
    {
        var end = start;
        while (end < text.Length && (IsLetter(text[end], dialect) || IsDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end;
    }

    private static bool IsFirst(char letter, ExpressionDialect dialect) =>
        IsLetter(letter, dialect) || (dialect == ExpressionDialect.Declared && letter is '_' or '@');

    private static bool IsLetter(char letter, ExpressionDialect dialect) => dialect == ExpressionDialect.Declared
        ? char.IsLetterOrDigit(letter) && !IsDigit(letter)
        : letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char letter) => letter is >= '0' and <= '9';
}
