namespace DynamoGen.Analyzers.Expressions;

/// <summary>Reads tokens one after the other. After the first failure every further read fails too, so that parsers need not check each step.</summary>
internal sealed class ExpressionReader(IReadOnlyList<ExpressionToken> tokens)
{
    /// <summary>Nobody nests deeper, and the stack ends somewhere.</summary>
    private const int MaximumDepth = 100;

    private readonly List<AttributePath> _paths = [];
    private int _position;
    private int _depth;

    public IReadOnlyList<AttributePath> Paths => _paths;

    public bool HasFailed { get; private set; }

    public ExpressionToken Current => tokens[_position];

    /// <summary>The token after the current one.</summary>
    public ExpressionToken Next => tokens[Math.Min(_position + 1, tokens.Count - 1)];

    public T? Fail<T>()
        where T : class
    {
        HasFailed = true;
        return null;
    }

    public ExpressionToken Take()
    {
        var token = Current;
        _position = Math.Min(_position + 1, tokens.Count - 1);
        return token;
    }

    public bool TakeSymbol(string symbol) => TakeIf(Current.IsSymbol(symbol));

    public bool TakeKeyword(string keyword) => TakeIf(Current.IsKeyword(keyword));

    public void Expect(bool taken) => HasFailed |= !taken;

    /// <summary>Reads something that may contain itself.</summary>
    public T? Nested<T>(Func<T?> read)
        where T : class
    {
        if (HasFailed || _depth == MaximumDepth)
        {
            return Fail<T>();
        }

        _depth++;
        var result = read();
        _depth--;
        return result;
    }

    /// <summary>Reads items between commas.</summary>
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

    public AttributePath? Path()
    {
        var names = new List<ExpressionToken>();
        var hasIndex = false;
        do
        {
            if (Current.Kind is not (ExpressionTokenKind.Word or ExpressionTokenKind.NamePlaceholder))
            {
                return Fail<AttributePath>();
            }

            names.Add(Take());
            while (TakeSymbol("["))
            {
                hasIndex = true;
                Expect(TakeIf(Current.Kind == ExpressionTokenKind.Number));
                Expect(TakeSymbol("]"));
            }
        }
        while (TakeSymbol("."));

        var path = new AttributePath(names, hasIndex);
        _paths.Add(path);
        return path;
    }

    /// <summary>An attribute, a value or a function of them.</summary>
    public Operand? Operand() => Nested<Operand>(() =>
    {
        if (Current.Kind == ExpressionTokenKind.ValuePlaceholder)
        {
            return new Operand.Value(Take());
        }

        if (Current.Kind == ExpressionTokenKind.Word && Next.IsSymbol("("))
        {
            return Function();
        }

        return Path() is { } path ? new Operand.Path(path) : null;
    });

    private Operand.Function Function()
    {
        var name = Take();
        Expect(TakeSymbol("("));
        var arguments = List(Operand);
        Expect(TakeSymbol(")"));
        return new Operand.Function(name, arguments);
    }

    private bool TakeIf(bool condition)
    {
        if (condition)
        {
            Take();
        }

        return condition;
    }
}
