namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Two automata that read one text side by side: the pairs of states that a text leads both to.</summary>
internal sealed class TextProduct
{
    private readonly TextAutomaton _left;
    private readonly TextAutomaton _right;
    private readonly Dictionary<(int Left, int Right), List<(int Left, int Right)>> _from = [];
    private readonly Stack<(int Left, int Right)> _open = [];

    private TextProduct(TextAutomaton left, TextAutomaton right) => (_left, _right) = (left, right);

    /// <summary>Whether one text is of both.</summary>
    public static bool Meet(TextAutomaton left, TextAutomaton right) => new TextProduct(left, right).Explore(isWhole: false);

    /// <summary>
    /// In which states of the right one a text of both can be where it enters a state of the left one, and where it leaves another.
    /// </summary>
    public static (HashSet<int> Entered, HashSet<int> Left) Through(TextAutomaton left, TextAutomaton right, int start, int end)
    {
        var product = new TextProduct(left, right);
        product.Explore(isWhole: true);
        return ([.. product._from.Keys.Where(pair => pair.Left == start).Select(pair => pair.Right)],
            [.. product.LeadingToEnd().Where(pair => pair.Left == end).Select(pair => pair.Right)]);
    }

    /// <summary>The states that some lead to without a character.</summary>
    public static HashSet<int> Closure(TextAutomaton texts, IEnumerable<int> states)
    {
        var closure = new HashSet<int>();
        var open = new Stack<int>(states);
        while (open.Count > 0)
        {
            if (open.Pop() is var state && closure.Add(state))
            {
                foreach (var edge in texts.EdgesOf(state).Where(edge => edge.Tracks == Tracks.None))
                {
                    open.Push(edge.Target);
                }
            }
        }

        return closure;
    }

    private bool Explore(bool isWhole)
    {
        var start = (TextAutomaton.Start, TextAutomaton.Start);
        _from[start] = [];
        _open.Push(start);
        while (_open.Count > 0)
        {
            var pair = _open.Pop();
            if (pair == (_left.End, _right.End) && !isWhole)
            {
                return true;
            }

            foreach (var mine in _left.EdgesOf(pair.Left))
            {
                if (mine.Tracks == Tracks.None)
                {
                    Open(pair, (mine.Target, pair.Right));
                    continue;
                }

                foreach (var theirs in _right.EdgesOf(pair.Right))
                {
                    if (theirs.Tracks != Tracks.None && mine.First <= theirs.Last && theirs.First <= mine.Last)
                    {
                        Open(pair, (mine.Target, theirs.Target));
                    }
                }
            }

            foreach (var theirs in _right.EdgesOf(pair.Right).Where(edge => edge.Tracks == Tracks.None))
            {
                Open(pair, (pair.Left, theirs.Target));
            }
        }

        return _from.ContainsKey((_left.End, _right.End));
    }

    private void Open((int Left, int Right) from, (int Left, int Right) to)
    {
        if (!_from.TryGetValue(to, out var before))
        {
            _from[to] = before = [];
            _open.Push(to);
        }

        before.Add(from);
    }

    private HashSet<(int Left, int Right)> LeadingToEnd()
    {
        var leading = new HashSet<(int Left, int Right)>();
        var open = new Stack<(int Left, int Right)>([(_left.End, _right.End)]);
        while (open.Count > 0)
        {
            if (open.Pop() is var pair && _from.TryGetValue(pair, out var before) && leading.Add(pair))
            {
                before.ForEach(open.Push);
            }
        }

        return leading;
    }
}
