namespace DynamoGen.Analyzers.Proposals;

/// <summary>
/// The one key that answers several access patterns: its partition key is what all of them give, and its sort key what each gives beyond that, so that the
/// beginning of each is that of the next.
/// </summary>
/// <param name="Partition">The properties of the partition key.</param>
/// <param name="Sort">The properties of the sort key, from the left.</param>
internal sealed record KeyChain(IReadOnlyList<AskedValue> Partition, IReadOnlyList<AskedValue> Sort)
{
    /// <summary>The key of the access patterns, or null where they need more than one.</summary>
    public static KeyChain? Of(IReadOnlyCollection<AskedPattern> patterns)
    {
        var partition = patterns.First().Values.Where(value => patterns.All(other => other.Values.Contains(value))).ToArray();
        if (partition.Length == 0)
        {
            return null;
        }

        var sort = new List<AskedValue>();
        AskedValue? next = null;
        foreach (var pattern in patterns.OrderBy(pattern => pattern.Values.Count))
        {
            var left = pattern.Values.Except(partition).ToList();
            if (!sort.All(value => left.RemoveAll(own => own == value) > 0))
            {
                return null;
            }

            // What a shorter access pattern bounds must be the first that a longer one gives.
            if (left.Count > 0 && next is not null)
            {
                if (left.RemoveAll(own => own == next) == 0)
                {
                    return null;
                }

                sort.Add(next);
                next = null;
            }

            sort.AddRange(left);
            if (pattern.Next is not null && next is not null && pattern.Next != next)
            {
                return null;
            }

            next = pattern.Next ?? next;
        }

        return new KeyChain(partition, next is null ? sort : [.. sort, next]);
    }
}
