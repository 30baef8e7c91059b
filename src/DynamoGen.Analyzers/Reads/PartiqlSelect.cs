namespace DynamoGen.Analyzers.Reads;

/// <summary>A SELECT in PartiQL: what it reads, and by what.</summary>
/// <param name="Table">The name of the table.</param>
/// <param name="Index">The name of the index, or an empty text for the table itself.</param>
/// <param name="Condition">What follows WHERE; null where there is no WHERE.</param>
internal sealed record PartiqlSelect(string Table, string Index, IReadOnlyList<PartiqlToken>? Condition)
{
    /// <summary>Reads a statement; null for every other one than a SELECT from one table.</summary>
    public static PartiqlSelect? Read(string statement)
    {
        var tokens = PartiqlToken.Tokenize(statement.TrimEnd(';', ' ', '\r', '\n'));
        var from = tokens.FindIndex(token => token.IsKeyword("FROM"));
        if (from < 1 || !tokens[0].IsKeyword("SELECT") || from + 1 >= tokens.Count || !tokens[from + 1].IsName)
        {
            return null;
        }

        var hasIndex = from + 3 < tokens.Count && tokens[from + 2].IsSymbol(".") && tokens[from + 3].IsName;
        var where = tokens.FindIndex(from, token => token.IsKeyword("WHERE"));
        var order = tokens.FindIndex(from, token => token.IsKeyword("ORDER"));
        return new PartiqlSelect(
            tokens[from + 1].Text,
            hasIndex ? tokens[from + 3].Text : "",
            where < 0 ? null : tokens.GetRange(where + 1, (order > where ? order : tokens.Count) - where - 1));
    }

    /// <summary>Whether the condition asks for single values of one of some attributes, whatever else it asks for.</summary>
    public bool FixesOneOf(IReadOnlyCollection<string> attributes) => Condition is { } condition && Fixes(condition, attributes);

    private static bool Fixes(IReadOnlyList<PartiqlToken> condition, IReadOnlyCollection<string> attributes)
    {
        if (Split(condition, "OR") is { Count: > 1 } either)
        {
            return either.All(part => Fixes(part, attributes));
        }

        if (Split(condition, "AND") is { Count: > 1 } all)
        {
            return all.Any(part => Fixes(part, attributes));
        }

        return IsInParentheses(condition)
            ? Fixes([.. condition.Skip(1).Take(condition.Count - 2)], attributes)
            : condition.Where((_, i) => IsFixed(condition, i, attributes)).Any();
    }

    /// <summary>An attribute ahead of <c>=</c> or IN, or behind <c>=</c>, and no NOT ahead of all.</summary>
    private static bool IsFixed(IReadOnlyList<PartiqlToken> condition, int i, IReadOnlyCollection<string> attributes) =>
        condition[i].IsName
        && attributes.Contains(condition[i].Text)
        && !condition[0].IsKeyword("NOT")
        && ((i + 1 < condition.Count && (IsEquality(condition, i + 1) || condition[i + 1].IsKeyword("IN")))
            || (i > 0 && IsEquality(condition, i - 1)));

    /// <summary>An equals sign by itself: <c>&lt;=</c> and <c>&gt;=</c> are two pieces.</summary>
    private static bool IsEquality(IReadOnlyList<PartiqlToken> condition, int i) =>
        condition[i].IsSymbol("=") && !(i > 0 && (condition[i - 1].IsSymbol("<") || condition[i - 1].IsSymbol(">") || condition[i - 1].IsSymbol("!")));

    private static bool IsInParentheses(IReadOnlyList<PartiqlToken> condition)
    {
        var depth = 0;
        for (var i = 0; i < condition.Count; i++)
        {
            depth += DepthOf(condition[i]);
            if (depth == 0)
            {
                return i > 0 && i == condition.Count - 1;
            }
        }

        return false;
    }

    /// <summary>The parts between the keywords that stand in no parentheses.</summary>
    private static List<IReadOnlyList<PartiqlToken>> Split(IReadOnlyList<PartiqlToken> condition, string keyword)
    {
        var parts = new List<IReadOnlyList<PartiqlToken>>();
        var part = new List<PartiqlToken>();
        var depth = 0;
        foreach (var token in condition)
        {
            depth += DepthOf(token);
            if (depth == 0 && token.IsKeyword(keyword))
            {
                parts.Add(part);
                part = [];
            }
            else
            {
                part.Add(token);
            }
        }

        parts.Add(part);
        return parts;
    }

    private static int DepthOf(PartiqlToken token) =>
        token.IsSymbol("(") || token.IsSymbol("[") ? 1 : token.IsSymbol(")") || token.IsSymbol("]") ? -1 : 0;
}
