namespace DynamoGen.Analyzers.Reads;

/// <summary>A piece of a statement in PartiQL.</summary>
/// <param name="Text">A word or a symbol as written; of a text or a quoted name what is inside.</param>
/// <param name="Quote">The quotes around it, or a blank.</param>
internal sealed record PartiqlToken(string Text, char Quote)
{
    /// <summary>Whether it may name something: a word, or anything in double quotes.</summary>
    public bool IsName => Quote == '"' || (Quote == ' ' && Text.Length > 0 && (char.IsLetter(Text[0]) || Text[0] == '_'));

    public bool IsSymbol(string symbol) => Quote == ' ' && Text == symbol;

    public bool IsKeyword(string keyword) => Quote == ' ' && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Cuts any text into its pieces; a quote that nothing closes goes on to the end.</summary>
    public static List<PartiqlToken> Tokenize(string statement)
    {
        var tokens = new List<PartiqlToken>();
        for (var position = 0; position < statement.Length;)
        {
            var first = statement[position];
            if (char.IsWhiteSpace(first))
            {
                position++;
            }
            else if (first is '\'' or '"')
            {
                tokens.Add(Quoted(statement, ref position));
            }
            else
            {
                var end = position + 1;
                while (IsOfWord(first) && end < statement.Length && IsOfWord(statement[end]))
                {
                    end++;
                }

                tokens.Add(new PartiqlToken(statement.Substring(position, end - position), ' '));
                position = end;
            }
        }

        return tokens;
    }

    /// <summary>Two quotes inside of a text are one of its own.</summary>
    private static PartiqlToken Quoted(string statement, ref int position)
    {
        var quote = statement[position];
        var start = ++position;
        while (position < statement.Length && (statement[position] != quote || (position + 1 < statement.Length && statement[position + 1] == quote)))
        {
            position += statement[position] == quote ? 2 : 1;
        }

        var end = Math.Min(position, statement.Length);
        position = end + 1;
        return new PartiqlToken(statement.Substring(start, end - start), quote);
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-';
}
