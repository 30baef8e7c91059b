namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// A set of texts, as a finite automaton over Unicode's code points that is built from the left to the right: what is added stands behind all that was
/// added before. UTF-8 sorts as code points do, so that ranges of keys are ranges of these. Where one value stands in two places of a key, the automaton
/// describes both texts at once: each character is of the first text, of the second, or of both.
/// </summary>
internal sealed class TextAutomaton
{
    public const int Start = 0;

    private const int LowestSurrogate = 0xD800;
    private const int HighestSurrogate = 0xDFFF;

    /// <summary>No text in a key holds U+10FFFF, which is kept for bounds.</summary>
    public const int Highest = 0x10FFFE;

    private readonly List<int> _edgesOf = [-1];
    private readonly List<Edge> _edges = [];

    /// <summary>The state in which all that was added was read.</summary>
    public int End { get; private set; }

    /// <summary>Which text what is added next is part of.</summary>
    public Tracks Tracks { get; set; } = Tracks.First;

    /// <summary>The edges that leave a state.</summary>
    public IEnumerable<Edge> EdgesOf(int state)
    {
        for (var next = _edgesOf[state]; next >= 0; next = _edges[next].Next)
        {
            yield return _edges[next];
        }
    }

    public int NewState()
    {
        _edgesOf.Add(-1);
        return _edgesOf.Count - 1;
    }

    /// <summary>Adds an edge between two states that one character of a range takes.</summary>
    public void Connect(int from, int first, int last, int to) => Add(from, new Edge(first, last, Tracks, to, _edgesOf[from]));

    /// <summary>Adds an edge that any character takes that a text of a key can hold, from a lowest one to a highest one.</summary>
    public void ConnectText(int from, int first, int last, int to)
    {
        if (first < LowestSurrogate)
        {
            Connect(from, first, Math.Min(last, LowestSurrogate - 1), to);
        }

        if (last > HighestSurrogate)
        {
            Connect(from, Math.Max(first, HighestSurrogate + 1), last, to);
        }
    }

    /// <summary>Adds an edge that takes no character.</summary>
    public void Join(int from, int to) => Add(from, new Edge(0, 0, Tracks.None, to, _edgesOf[from]));

    /// <summary>Adds one character of a range.</summary>
    public void Character(int first, int last)
    {
        var next = NewState();
        Connect(End, first, last, next);
        End = next;
    }

    /// <summary>Adds a text as it is.</summary>
    public void Literal(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            var code = char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i) : text[i];
            Character(code, code);
        }
    }

    /// <summary>Adds any of some texts.</summary>
    public void Either(params IEnumerable<Action> alternatives)
    {
        var (start, end) = (End, NewState());
        foreach (var alternative in alternatives)
        {
            End = NewState();
            Join(start, End);
            alternative();
            Join(End, end);
        }

        End = end;
    }

    /// <summary>Adds any text, also none.</summary>
    public void Anything()
    {
        MoveTo(NewState());
        ConnectText(End, 0, Highest, End);
    }

    /// <summary>Goes on in a state that is reached by no character.</summary>
    public void MoveTo(int state)
    {
        Join(End, state);
        End = state;
    }

    /// <summary>Goes on in a state that was reached by edges of its own.</summary>
    public void ContinueAt(int state) => End = state;

    private void Add(int from, Edge edge)
    {
        _edges.Add(edge);
        _edgesOf[from] = _edges.Count - 1;
    }

    /// <summary>An edge: the characters that take it, the text that they are part of, where it leads to, and the next edge of its state.</summary>
    internal readonly record struct Edge(int First, int Last, Tracks Tracks, int Target, int Next);
}

/// <summary>The texts that a character is part of.</summary>
[Flags]
internal enum Tracks
{
    None = 0,
    First = 1,
    Second = 2,
    Both = First | Second,
}
