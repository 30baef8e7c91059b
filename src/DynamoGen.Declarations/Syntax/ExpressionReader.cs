namespace DynamoGen.Declarations.Syntax;

/// <summary>
/// Reads the pieces of an expression one after the other. After the first problem every further read fails too, so that parsers need not check each step.
/// </summary>
internal sealed class ExpressionReader(IReadOnlyList<ExpressionToken> tokens, ExpressionDialect dialect)
{
    /// <summary>Nobody nests deeper, and the stack ends somewhere.</summary>
    private const int MostNested = 100;

    private readonly List<PathSyntax> _paths = [];
    private int _position;
    private int _depth;

    /// <summary>Where the expression stands.</summary>
    public ExpressionDialect Dialect => dialect;

    /// <summary>Every path that was read, in order.</summary>
    public IReadOnlyList<PathSyntax> Paths => _paths;

    /// <summary>The first problem, or null.</summary>
    public ExpressionProblem? Problem { get; private set; }

    public ExpressionToken Current => tokens[_position];

    /// <summary>The token after the current one.</summary>
    public ExpressionToken Next => tokens[Math.Min(_position + 1, tokens.Count - 1)];

    public ExpressionToken Take()
    {
        var token = Current;
        _position = Math.Min(_position + 1, tokens.Count - 1);
        return token;
    }

    public bool TakeSymbol(string symbol) => TakeIf(Current.IsSymbol(symbol));

    public bool TakeKeyword(string keyword) => TakeIf(Current.IsKeyword(keyword));

    public void ExpectSymbol(string symbol)
    {
        if (!TakeSymbol(symbol))
        {
            Fail<object>(Unexpected($"'{symbol}'"));
        }
    }

    /// <summary>Fails for what stands where something else is expected.</summary>
    public T? FailExpecting<T>(string expected)
        where T : class => Fail<T>(Unexpected(expected));

    public T? Fail<T>(string message)
        where T : class
    {
        Problem ??= new ExpressionProblem(message, Current.Span);
        return null;
    }

    /// <summary>Reads something that may hold itself.</summary>
    public T? Nested<T>(Func<T?> read)
        where T : class
    {
        if (Problem is not null)
        {
            return null;
        }

        if (_depth == MostNested)
        {
            return Fail<T>($"is nested more than {MostNested} levels deep");
        }

        _depth++;
        var result = read();
        _depth--;
        return result;
    }

    /// <summary>Reads what stands between commas.</summary>
    public IReadOnlyList<T> List<T>(Func<T?> read)
        where T : class
    {
        var items = new List<T>();
        do
        {
            if (read() is not { } item)
            {
                break;
            }

            items.Add(item);
        }
        while (TakeSymbol(","));
        return items;
    }

    /// <summary>Reads a path, and remembers it.</summary>
    public PathSyntax? Path()
    {
        var steps = new List<ExpressionToken>();
        do
        {
            if (Current.Kind is not (ExpressionTokenKind.Word or ExpressionTokenKind.NamePlaceholder))
            {
                return FailExpecting<PathSyntax>("a property");
            }

            steps.Add(Take());
            while (TakeSymbol("["))
            {
                if (Current.Kind is not (ExpressionTokenKind.Number or ExpressionTokenKind.Text or ExpressionTokenKind.Parameter))
                {
                    return FailExpecting<PathSyntax>("a position, a text in single quotes or a parameter in braces");
                }

                steps.Add(Take());
                ExpectSymbol("]");
            }
        }
        while (TakeSymbol("."));

        var path = new PathSyntax(steps);
        _paths.Add(path);
        return path;
    }

    private bool TakeIf(bool condition)
    {
        if (condition)
        {
            Take();
        }

        return condition;
    }

    private string Unexpected(string expected) => Current.Kind switch
    {
        ExpressionTokenKind.Unclosed => $"has no end for what begins at \"{Current.Text}\"",
        ExpressionTokenKind.Unknown => $"holds '{Current.Text}', which is no part of an expression",
        ExpressionTokenKind.End => $"has its end where {expected} is expected",
        _ => $"has '{Current.Text}' where {expected} is expected",
    };
}
