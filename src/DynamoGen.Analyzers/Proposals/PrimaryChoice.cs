namespace DynamoGen.Analyzers.Proposals;

/// <summary>
/// The primary key of an entity: what names one item, divided into the partition key and the sort key so that the most access patterns are answered by the
/// table itself, and no index is paid for them.
/// </summary>
/// <param name="Partition">The properties of the partition key.</param>
/// <param name="Sort">The properties of the sort key, from the left.</param>
internal sealed record PrimaryChoice(IReadOnlyList<AskedValue> Partition, IReadOnlyList<AskedValue> Sort)
{
    /// <summary>More parts than a primary key of people's design has, and still few enough to try all orders.</summary>
    private const int MostParts = 5;

    /// <summary>The best division, or null where there are too many parts to try.</summary>
    /// <param name="identity">What names one item.</param>
    /// <param name="patterns">The access patterns.</param>
    /// <param name="hasSort">Whether the table has a sort key.</param>
    public static PrimaryChoice? Of(IReadOnlyList<AskedValue> identity, IReadOnlyCollection<AskedPattern> patterns, bool hasSort) =>
        identity.Count is 0 or > MostParts ? null
        : (from set in Enumerable.Range(1, (1 << identity.Count) - 1)
           where hasSort || set == (1 << identity.Count) - 1
           let partition = identity.Where((_, position) => (set & (1 << position)) != 0).ToArray()
           from sort in Orders([.. identity.Except(partition)])
           let choice = new PrimaryChoice(partition, sort)
           orderby choice.Answered(patterns) descending, sort.Count
           select choice).First();

    /// <summary>Whether the table answers an access pattern.</summary>
    public bool Answers(AskedPattern pattern) => pattern.IsAnsweredBy(Names(Partition), Names(Sort));

    private int Answered(IEnumerable<AskedPattern> patterns) => patterns.Count(Answers);

    private static IEnumerable<IReadOnlyList<AskedValue>> Orders(IReadOnlyList<AskedValue> values) => values.Count == 0
        ? [[]]
        : values.SelectMany(first => Orders([.. values.Where(value => value != first)]), (first, rest) => (IReadOnlyList<AskedValue>)[first, .. rest]);

    private static List<string> Names(IEnumerable<AskedValue> values) => [.. values.Select(value => value.Property.Name)];
}
