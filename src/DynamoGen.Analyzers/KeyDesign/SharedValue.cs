namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Whether one value can stand in two places of a key, where each text is of another key too.</summary>
/// <param name="pair">Both texts of the value.</param>
/// <param name="first">The other key's texts where the first is.</param>
/// <param name="second">The other key's texts where the second is.</param>
internal sealed class SharedValue(TextAutomaton pair, SharedValue.Place first, SharedValue.Place second)
{
    private readonly HashSet<(int Pair, int First, int Second)> _seen = [];
    private readonly Stack<(int Pair, int First, int Second)> _open = [];

    public bool Exists()
    {
        foreach (var start in first.Entered)
        {
            foreach (var other in second.Entered)
            {
                Open(TextAutomaton.Start, start, other);
            }
        }

        while (_open.Count > 0)
        {
            var (value, one, two) = _open.Pop();
            if (value == pair.End && first.Left.Contains(one) && second.Left.Contains(two))
            {
                return true;
            }

            foreach (var edge in first.Texts.EdgesOf(one).Where(edge => edge.Tracks == Tracks.None))
            {
                Open(value, edge.Target, two);
            }

            foreach (var edge in second.Texts.EdgesOf(two).Where(edge => edge.Tracks == Tracks.None))
            {
                Open(value, one, edge.Target);
            }

            foreach (var edge in pair.EdgesOf(value))
            {
                Follow(edge, one, two);
            }
        }

        return false;
    }

    private void Follow(TextAutomaton.Edge edge, int one, int two)
    {
        foreach (var (low, high, nextOne) in Steps(first.Texts, one, edge.First, edge.Last, edge.Tracks.HasFlag(Tracks.First)))
        {
            foreach (var (_, _, nextTwo) in Steps(second.Texts, two, low, high, edge.Tracks.HasFlag(Tracks.Second)))
            {
                Open(edge.Target, nextOne, nextTwo);
            }
        }
    }

    /// <summary>Where a character of a range leads to, and which of them do; a text that it is no part of stays where it is.</summary>
    private static IEnumerable<(int Low, int High, int Target)> Steps(TextAutomaton texts, int state, int low, int high, bool isPart) => isPart
        ? texts.EdgesOf(state).Where(edge => edge.Tracks != Tracks.None && edge.First <= high && low <= edge.Last)
            .Select(edge => (Math.Max(low, edge.First), Math.Min(high, edge.Last), edge.Target))
        : [(low, high, state)];

    private void Open(int value, int one, int two)
    {
        if (_seen.Add((value, one, two)))
        {
            _open.Push((value, one, two));
        }
    }

    /// <summary>The texts of the other key, and in which states they are before and behind the value.</summary>
    internal readonly record struct Place(TextAutomaton Texts, HashSet<int> Entered, HashSet<int> Left);
}
