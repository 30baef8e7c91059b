namespace DynamoGen.Declarations.Expressions;

/// <summary>Goes over the pieces of an expression from left to right.</summary>
internal sealed class ExpressionReader(string text)
{
    private readonly List<ExpressionToken> _tokens = ExpressionLexer.Read(text);
    private int _position;

    public ExpressionToken Current => _tokens[_position];

    public ExpressionToken Take() => _tokens[_position.Equals(_tokens.Count - 1) ? _position : _position++];

    public bool IsWord(string word) => Current.Kind == ExpressionTokenKind.Word && string.Equals(Current.Text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word stands here with a parenthesis behind it, as a function's name does.</summary>
    public bool IsFunction(string name) => IsWord(name) && _tokens[_position + 1] is { Kind: ExpressionTokenKind.Sign, Text: "(" };

    public bool TryWord(string word)
    {
        var isWord = IsWord(word);
        _position += isWord ? 1 : 0;
        return isWord;
    }

    public bool IsSign(string sign) => Current.Kind == ExpressionTokenKind.Sign && Current.Text == sign;

    public bool TrySign(string sign)
    {
        var isSign = IsSign(sign);
        _position += isSign ? 1 : 0;
        return isSign;
    }

    public void ExpectSign(string sign)
    {
        if (!TrySign(sign))
        {
            throw Unexpected($"'{sign}'");
        }
    }

    public ExpressionException Unexpected(string expected) =>
        new($"has {(Current.Kind == ExpressionTokenKind.End ? "its end" : $"'{Current.Text}'")} where {expected} is expected");
}
