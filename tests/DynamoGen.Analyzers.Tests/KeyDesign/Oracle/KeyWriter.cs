namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>
/// Writes all keys of an entity that could be another's. A character that is of a free text in both can be left out of both, so that a text needs to be
/// no more than what the other key has beside its own texts: a run of that, or two of them where the text stands in two places.
/// </summary>
internal static class KeyWriter
{
    /// <summary>Whether some key of the entity is read.</summary>
    public static bool Meets(RandomEntity entity, KeyReader reader)
    {
        var properties = entity.Parts.Where(part => part.Kind is not null).GroupBy(part => part.Property).Select(same => same.First()).ToArray();
        var texts = new Lazy<string[]>(() =>
        [
            .. Texts(reader, entity.SharesProperty),

            // A value that the reader has in both keys carries what the entity has in one over to the other.
            .. SharesProperty(reader) ? Texts(entity.Reader, isShared: false).Except(Texts(reader, entity.SharesProperty)) : [],
        ]);
        if (entity.SharesProperty || SharesProperty(reader))
        {
            return Values(properties, texts).Any(values => Writes(entity.Partition, values) is { Length: > 0 } partition
                && Writes(entity.Sort, values) is { Length: > 0 } sort && reader.Reads(partition, sort));
        }

        // Where no value is shared, each attribute stands for itself.
        var first = reader with { Sort = [], IsWhole = false, Lowest = null, Highest = null };
        var second = reader with { Partition = [] };
        return Values(Of(entity.Partition), texts).Any(values => Writes(entity.Partition, values) is { Length: > 0 } key && first.Reads(key, string.Empty))
            && Values(Of(entity.Sort), texts).Any(values => Writes(entity.Sort, values) is { Length: > 0 } key && second.Reads(string.Empty, key));
    }

    public static bool SharesProperty(KeyReader reader) =>
        reader.Partition.Any(part => part.Kind is not null && reader.Sort.Any(other => other.Property == part.Property));

    private static RandomPart[] Of(RandomPart[] parts) => [.. parts.Where(part => part.Kind is not null)];

    private static IEnumerable<Dictionary<string, string>> Values(RandomPart[] properties, Lazy<string[]> texts)
    {
        IEnumerable<Dictionary<string, string>> all = [[]];
        foreach (var part in properties)
        {
            var values = part.Kind!.IsText ? texts.Value : part.Kind.Texts;
            all = all.SelectMany(before => values, (before, value) => new Dictionary<string, string>(before) { [part.Property] = value });
        }

        return all;
    }

    private static string Writes(RandomPart[] parts, Dictionary<string, string> values) => string.Concat(parts.Select(
        part => part.Literal ?? (part.IsEscaped ? Escaped(values[part.Property]) : values[part.Property])));

    private static string Escaped(string text) =>
        string.Concat(text.Select(letter => letter <= '$' ? $"${(char)(letter + 0x30)}" : letter.ToString()));

    /// <summary>Everything that runs in what the reader's keys have beside free texts, as it is and as what it is the escape of.</summary>
    private static HashSet<string> Texts(KeyReader reader, bool isShared)
    {
        var texts = new HashSet<string> { string.Empty, "x" };
        foreach (var (parts, bounds) in new[] { (reader.Partition, (string[])[]), (reader.Sort, new[] { reader.Lowest, reader.Highest }.OfType<string>().ToArray()) })
        {
            var free = new Lazy<string[]>(() => [string.Empty]);
            foreach (var values in Values(Of(parts), free))
            {
                foreach (var key in bounds.DefaultIfEmpty(string.Empty).Select(bound => Writes(parts, values) + bound))
                {
                    for (var start = 0; start < key.Length; start++)
                    {
                        for (var end = start + 1; end <= key.Length; end++)
                        {
                            texts.Add(key[start..end]);
                            if (KeyReader.Unescaped(key[start..end]) is { } value)
                            {
                                texts.Add(value);
                            }
                        }
                    }
                }
            }
        }

        return isShared && texts.Count < 60 ? [.. texts, .. texts.SelectMany(_ => texts, (left, right) => left + right)] : texts;
    }
}
