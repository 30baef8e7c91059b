namespace DynamoGen.Declarations.Expressions;

/// <summary>Cuts an expression into words, parameters, literals and signs.</summary>
internal static class ExpressionLexer
{
    private static readonly string[] Signs = ["<>", "<=", ">=", "=", "<", ">", "(", ")", ",", "+", "-", ".", "[", "]"];

    /// <exception cref="ExpressionException">A character begins nothing that an expression is made of.</exception>
    public static List<ExpressionToken> Read(string text)
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

            var token = Next(text, ref position);
            tokens.Add(token);
        }

        tokens.Add(new ExpressionToken(ExpressionTokenKind.End, string.Empty));
        return tokens;
    }

    private static ExpressionToken Next(string text, ref int position)
    {
        var start = position;
        var first = text[position];
        if (first is '{' or '\'')
        {
            var end = text.IndexOf(first == '{' ? '}' : '\'', position + 1);
            if (end < 0)
            {
                throw new ExpressionException($"has no end for what begins at \"{text.Substring(position)}\"");
            }

            position = end + 1;
            var content = text.Substring(start + 1, end - start - 1);
            return new ExpressionToken(first == '{' ? ExpressionTokenKind.Parameter : ExpressionTokenKind.Text, first == '{' ? content.Trim() : content);
        }

        if (char.IsDigit(first))
        {
            position = End(text, position, letter => char.IsDigit(letter) || letter == '.');
            return new ExpressionToken(ExpressionTokenKind.Number, text.Substring(start, position - start));
        }

        if (char.IsLetter(first) || first is '_' or '@')
        {
            position = End(text, position + 1, letter => char.IsLetterOrDigit(letter) || letter == '_');
            return new ExpressionToken(ExpressionTokenKind.Word, text.Substring(start, position - start).TrimStart('@'));
        }

        var sign = Signs.FirstOrDefault(sign => string.CompareOrdinal(text, start, sign, 0, sign.Length) == 0)
            ?? throw new ExpressionException($"holds '{first}', which is no part of an expression");
        position += sign.Length;
        return new ExpressionToken(ExpressionTokenKind.Sign, sign);
    }

    private static int End(string text, int position, Func<char, bool> belongs)
    {
        while (position < text.Length && belongs(text[position]))
        {
            position++;
        }

        return position;
    }
}

/// <summary>A piece of an expression.</summary>
internal sealed class ExpressionToken(ExpressionTokenKind kind, string text)
{
    public ExpressionTokenKind Kind { get; } = kind;

    public string Text { get; } = text;
}

/// <summary>What a piece of an expression is.</summary>
internal enum ExpressionTokenKind
{
    /// <summary>A property, a function or a keyword.</summary>
    Word,

    /// <summary>A method's parameter in braces.</summary>
    Parameter,

    /// <summary>A text in single quotes.</summary>
    Text,
    Number,
    Sign,
    End,
}
