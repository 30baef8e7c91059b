namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Adds the texts between two texts to an automaton.</summary>
internal static class TextIntervals
{
    /// <summary>Adds the texts of one length that lie between two, digit by digit; what is no digit is the same in both.</summary>
    public static void Digits(this TextAutomaton texts, string lowest, string highest)
    {
        // Where a text is still the beginning of the lowest, of the highest, or of neither; none yet is null.
        int? low = null, high = null, free = null, both = texts.End;
        for (var i = 0; i < lowest.Length; i++)
        {
            int? nextBoth = null, nextLow = null, nextHigh = null, nextFree = null;
            var (first, last) = (lowest[i], highest[i]);
            if (both is not null && first == last)
            {
                Connect(both, first, last, ref nextBoth);
            }
            else
            {
                Connect(both, first, first, ref nextLow);
                Connect(both, last, last, ref nextHigh);
                Connect(both, (char)(first + 1), (char)(last - 1), ref nextFree);
                Connect(low, first, first, ref nextLow);
                Connect(low, (char)(first + 1), '9', ref nextFree);
                Connect(high, last, last, ref nextHigh);
                Connect(high, '0', (char)(last - 1), ref nextFree);
                Connect(free, char.IsDigit(first) ? '0' : first, char.IsDigit(first) ? '9' : first, ref nextFree);
            }

            (both, low, high, free) = (nextBoth, nextLow, nextHigh, nextFree);
        }

        var end = texts.NewState();
        foreach (var state in new[] { both, low, high, free }.OfType<int>())
        {
            texts.Join(state, end);
        }

        texts.ContinueAt(end);

        void Connect(int? from, char first, char last, ref int? to)
        {
            if (from is { } state && first <= last && (first == last || char.IsDigit(first)))
            {
                to ??= texts.NewState();
                texts.Connect(state, first, last, to.Value);
            }
        }
    }

    /// <summary>Adds the texts from one on, and up to another and all that begin with it; null where there is no bound on that side.</summary>
    public static void Range(this TextAutomaton texts, string? lowest, string? highest)
    {
        var (low, high) = (lowest ?? string.Empty, highest ?? string.Empty);
        var states = new Dictionary<(bool, bool, int), int>();
        var end = texts.NewState();
        var start = texts.End;
        texts.Join(start, StateOf(low.Length > 0, high.Length > 0, 0));
        texts.ContinueAt(end);

        // Whether the text so far is still the beginning of the lowest and of the highest, and how long it is.
        int StateOf(bool isLowest, bool isHighest, int length)
        {
            (isLowest, isHighest) = (isLowest && length < low.Length, isHighest && length < high.Length);
            var key = (isLowest, isHighest, isLowest || isHighest ? length : 0);
            if (states.TryGetValue(key, out var known))
            {
                return known;
            }

            var state = states[key] = texts.NewState();
            if (!isLowest)
            {
                texts.Join(state, end);
            }

            var (first, last) = (isLowest ? low[length] : 0, isHighest ? high[length] : TextAutomaton.Highest);
            if (first == last)
            {
                texts.Connect(state, first, last, StateOf(isLowest, isHighest, length + 1));
                return state;
            }

            if (isLowest)
            {
                texts.Connect(state, first, first, StateOf(true, false, length + 1));
            }

            if (isHighest)
            {
                texts.Connect(state, last, last, StateOf(false, true, length + 1));
            }

            var (next, previous) = (isLowest ? first + 1 : first, isHighest ? last - 1 : last);
            if (next <= previous)
            {
                texts.ConnectText(state, next, previous, StateOf(false, false, 0));
            }

            return state;
        }
    }
}
