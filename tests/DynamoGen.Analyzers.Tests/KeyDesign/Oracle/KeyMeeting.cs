namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>
/// Whether two keys can be one, by trying: both are read side by side, letter by letter. A property that stands in both keys of one is tried value by
/// value. Of a text that is what runs in the other key: a character that is of a free text in both can be left out of both.
/// </summary>
internal static class KeyMeeting
{
    private const int MostTexts = 400;
    private const int MostTries = 4000;

    /// <summary>Whether they meet, and whether nothing is known if no value was found that does.</summary>
    public static (bool IsMet, bool IsOpen) Of(RandomKey left, RandomKey right)
    {
        // What does not meet without regard to shared values never does.
        if (!Meet(left.Spread, right.Spread) || !Meet(left.Sort, right.Sort))
        {
            return (false, false);
        }

        if (left.Shared.Length + right.Shared.Length == 0)
        {
            return (true, false);
        }

        var isOpen = (left.Shared.Length > 0 && right.Shared.Length > 0) || left.Shared.Length > 1 || right.Shared.Length > 1;
        var tries = Settled(left, right, ref isOpen).Where(first => Meet(first.Spread, right.Spread) && Meet(first.Sort, right.Sort));
        var others = Settled(right, left, ref isOpen).Where(second => Meet(second.Spread, left.Spread) && Meet(second.Sort, left.Sort)).ToArray();
        var isMet = tries.SelectMany(_ => others, (first, second) => (First: first, Second: second)).Take(MostTries)
            .Any(pair => Meet(pair.First.Spread, pair.Second.Spread) && Meet(pair.First.Sort, pair.Second.Sort));
        return (isMet, isOpen && !isMet);
    }

    /// <summary>The key for each value of what it shares.</summary>
    private static IEnumerable<RandomKey> Settled(RandomKey key, RandomKey other, ref bool isOpen)
    {
        IEnumerable<RandomKey> all = [key];
        foreach (var property in key.Shared)
        {
            var kinds = key.Parts.Where(part => part.Property == property).Select(part => part.Kind!).ToArray();
            var texts = kinds[0].IsText ? Texts(key, other, ref isOpen) : null;
            isOpen |= kinds.Any(kind => kind.IsSampled) || texts?.Length > MostTries;
            var values = Enumerable.Range(0, texts?.Length ?? kinds[0].Texts.Count);
            all = all.SelectMany(_ => values, (before, value) => With(before, property, value, texts)).OfType<RandomKey>();
        }

        return all.Take(MostTries);
    }

    private static RandomKey? With(RandomKey key, string property, int value, string[]? texts)
    {
        var (partition, sort) = (With(key.Partition), With(key.Sort));
        return partition.Contains(null) || sort.Contains(null) ? null : key with { Partition = partition!, Sort = sort! };

        RandomPart?[] With(RandomPart[] parts) =>
            [.. parts.Select(part => part.Property == property ? part.With(texts is null ? part.Kind!.Texts[value] : texts[value]) : part)];
    }

    /// <summary>
    /// Everything that runs in what the other key has beside free texts, as it is and as what it is the escape of: a run of that, or two of them.
    /// A value that the other has in both of its keys carries what this one has in one over to its other.
    /// </summary>
    private static string[] Texts(RandomKey key, RandomKey other, ref bool isOpen)
    {
        var texts = Runs(other, ref isOpen);
        if (texts.Count < 60)
        {
            texts = [.. texts, .. texts.SelectMany(_ => texts, (left, right) => left + right)];
        }

        return other.Shared.Length == 0 ? [.. texts] : [.. texts.Union(Runs(key, ref isOpen))];
    }

    private static HashSet<string> Runs(RandomKey key, ref bool isOpen)
    {
        var texts = new HashSet<string> { string.Empty, "x" };
        foreach (var parts in new[] { key.Spread, key.Sort })
        {
            IEnumerable<string> written = [string.Empty];
            foreach (var part in parts)
            {
                isOpen |= part is { Kind.IsSampled: true } || part.Open is [Between];
                written = written.SelectMany(_ => Listed(part), (before, text) => before + text);
            }

            var all = written.Take(MostTexts + 1).ToArray();
            isOpen |= all.Length > MostTexts;
            foreach (var text in all.Take(MostTexts).SelectMany(Runs))
            {
                texts.Add(text);
                if (RandomPart.Unescaped(text) is { } value)
                {
                    texts.Add(value);
                }
            }
        }

        return texts;
    }

    private static IEnumerable<string> Runs(string text) =>
        Enumerable.Range(0, text.Length).SelectMany(start => Enumerable.Range(1, text.Length - start).Select(length => text.Substring(start, length)));

    private static IEnumerable<string> Listed(RandomPart part) => part switch
    {
        { Literal: { } literal } => [literal],
        { IsText: true } => [string.Empty],
        { Kind: { } kind } => kind.Texts.OfType<string>().Distinct(),
        { Open: [Between bounds] } => new[] { bounds.Lowest ?? string.Empty, bounds.Highest ?? string.Empty }.Distinct(),
        _ => part.Open!.OfType<Literal>().Select(shard => shard.Text),
    };

    /// <summary>Whether one text that is not empty is of both templates.</summary>
    private static bool Meet(RandomPart[] left, RandomPart[] right)
    {
        var seen = new HashSet<(int, Remainder, int, Remainder, bool)>();
        var open = new Stack<(int LeftPart, Remainder Left, int RightPart, Remainder Right, bool IsEmpty)>();
        Open(0, 0, left[0].Starts, right[0].Starts, isEmpty: true);
        while (open.Count > 0)
        {
            var state = open.Pop();
            if (!state.IsEmpty && state.LeftPart == left.Length - 1 && state.RightPart == right.Length - 1 && state.Left.MayEnd && state.Right.MayEnd)
            {
                return true;
            }

            if (state.Left.MayEnd && state.LeftPart < left.Length - 1)
            {
                Open(state.LeftPart + 1, state.RightPart, left[state.LeftPart + 1].Starts, [state.Right], state.IsEmpty);
            }

            if (state.Right.MayEnd && state.RightPart < right.Length - 1)
            {
                Open(state.LeftPart, state.RightPart + 1, [state.Left], right[state.RightPart + 1].Starts, state.IsEmpty);
            }

            foreach (var letter in state.Left.Letters.Length < state.Right.Letters.Length ? state.Left.Letters : state.Right.Letters)
            {
                if (state.Left.After(letter) is { } first && state.Right.After(letter) is { } second)
                {
                    Open(state.LeftPart, state.RightPart, [first], [second], isEmpty: false);
                }
            }
        }

        return false;

        void Open(int leftPart, int rightPart, IEnumerable<Remainder> lefts, IEnumerable<Remainder> rights, bool isEmpty)
        {
            foreach (var first in lefts)
            {
                foreach (var second in rights)
                {
                    if (seen.Add((leftPart, first, rightPart, second, isEmpty)))
                    {
                        open.Push((leftPart, first, rightPart, second, isEmpty));
                    }
                }
            }
        }
    }
}
