namespace DynamoGen.Analyzers.Proposals;

/// <summary>
/// Divides access patterns into the fewest groups of which each is answered by one key: by trying all divisions of up to twelve, and beyond that by putting
/// each into the first group where it fits.
/// </summary>
internal static class KeyGroups
{
    private const int MostTried = 12;

    /// <summary>The groups, in the order of their first access patterns; null where one has no key at all.</summary>
    public static IReadOnlyList<IReadOnlyList<AskedPattern>>? Of(IReadOnlyList<AskedPattern> patterns) =>
        patterns.Count == 0 ? []
        : patterns.Any(pattern => KeyChain.Of([pattern]) is null) ? null
        : patterns.Count <= MostTried ? Fewest(patterns)
        : FirstFit(patterns);

    /// <summary>For each set of access patterns the fewest groups, made of those of smaller sets.</summary>
    private static List<IReadOnlyList<AskedPattern>> Fewest(IReadOnlyList<AskedPattern> patterns)
    {
        var sets = 1 << patterns.Count;
        var isOneKey = new bool[sets];
        for (var set = 1; set < sets; set++)
        {
            isOneKey[set] = KeyChain.Of([.. In(set, patterns)]) is not null;
        }

        var (fewest, last) = (new int[sets], new int[sets]);
        for (var set = 1; set < sets; set++)
        {
            fewest[set] = int.MaxValue;
            var first = set & -set;
            for (var group = set; group > 0; group = (group - 1) & set)
            {
                // The group of the first access pattern, so that each division is tried once.
                if ((group & first) != 0 && isOneKey[group] && fewest[set & ~group] + 1 < fewest[set])
                {
                    (fewest[set], last[set]) = (fewest[set & ~group] + 1, group);
                }
            }
        }

        var groups = new List<IReadOnlyList<AskedPattern>>();
        for (var set = sets - 1; set > 0; set &= ~last[set])
        {
            groups.Add([.. In(last[set], patterns)]);
        }

        return groups;
    }

    private static List<IReadOnlyList<AskedPattern>> FirstFit(IReadOnlyList<AskedPattern> patterns)
    {
        var groups = new List<List<AskedPattern>>();
        foreach (var pattern in patterns)
        {
            if (groups.FirstOrDefault(group => KeyChain.Of([.. group, pattern]) is not null) is { } fitting)
            {
                fitting.Add(pattern);
            }
            else
            {
                groups.Add([pattern]);
            }
        }

        return [.. groups];
    }

    private static IEnumerable<AskedPattern> In(int set, IReadOnlyList<AskedPattern> patterns) =>
        patterns.Where((_, position) => (set & (1 << position)) != 0);
}
