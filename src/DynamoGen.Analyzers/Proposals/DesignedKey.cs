namespace DynamoGen.Analyzers.Proposals;

/// <summary>One key of a designed entity: its templates, and the access patterns that it is for.</summary>
/// <param name="Index">The index, or null for the table's own key.</param>
/// <param name="Partition">The template of the partition key.</param>
/// <param name="Sort">The template of the sort key; null in a table without one.</param>
/// <param name="Patterns">The access patterns that it answers.</param>
internal sealed record DesignedKey(ProposedIndex? Index, string Partition, string? Sort, IReadOnlyList<AskedPattern> Patterns)
{
    /// <summary>Whether the partition key is spread over shards.</summary>
    public bool IsSharded { get; init; }

    /// <summary>The attribute that declares it.</summary>
    public string Attribute => Index is not null ? new ProposedKey(Partition, Sort!) { IsSharded = IsSharded }.Attribute(Index.Name)
        : Sort is null ? $"Key({AttributeEdits.Literal(Partition)})"
        : $"Key({AttributeEdits.Literal(Partition)}, {AttributeEdits.Literal(Sort)})";

    /// <summary>Why it is there, as a comment says it.</summary>
    public string Reason
    {
        get
        {
            var names = Patterns.Select(pattern => pattern.Method.Name).Distinct().ToArray();
            var list = names.Length switch
            {
                0 => "no access pattern by parameters",
                1 => names[0],
                _ => $"{string.Join(", ", names.Take(names.Length - 1))} and {names[names.Length - 1]}",
            };
            return Index is null
                ? $"The table answers {list}."
                : $"Index '{Index.Name}' answers {list}, for 1 write unit more for each KB written"
                    + $"{(IsSharded ? "; its few values are spread over shards" : string.Empty)}.";
        }
    }

    /// <summary>The table's own key: the partition key as others begin it, and a sort key that begins with a text of this entity alone.</summary>
    public static DesignedKey Primary(PrimaryChoice choice, string entity, bool hasSort, KeyWords words, IReadOnlyList<AskedPattern> patterns)
    {
        var sort = string.Join("#", new[] { words.Of(entity) }.Concat(choice.Sort.Select(value => value.Placeholder)));
        return new DesignedKey(null, PartitionOf(choice.Partition, words), hasSort ? sort : null, [.. patterns.Where(choice.Answers)]);
    }

    /// <summary>The template of a partition key, with a word before each value.</summary>
    public static string PartitionOf(IEnumerable<AskedValue> values, KeyWords words) =>
        string.Join("#", values.Select(value => $"{KeyWords.Escaped(words.Before(value.Property.Name))}{value.Placeholder}"));
}
