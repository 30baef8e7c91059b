namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>
/// Reads a key back by trying: whether some values give it, one value for each property. Of a query, the sort key only begins with its parts; what
/// follows lies between the bounds.
/// </summary>
internal sealed record KeyReader(RandomPart[] Partition, RandomPart[] Sort, string? Lowest, string? Highest, bool IsWhole)
{
    public IEnumerable<RandomPart> Parts => Partition.Concat(Sort);

    public bool Reads(string partition, string sort) => Reads(partition, sort, 0, 0, isSort: false, []);

    private bool Reads(string partition, string sort, int part, int position, bool isSort, Dictionary<string, string> values)
    {
        var (parts, key) = isSort ? (Sort, sort) : (Partition, partition);
        if (part == parts.Length)
        {
            return isSort
                ? IsWhole ? position == key.Length : IsInRange(key[position..])
                : position == key.Length && Reads(partition, sort, 0, 0, isSort: true, values);
        }

        foreach (var (value, length) in Candidates(parts[part], key, position))
        {
            var property = parts[part].Property;
            if (property.Length == 0)
            {
                if (Reads(partition, sort, part + 1, position + length, isSort, values))
                {
                    return true;
                }
            }
            else if (!values.TryGetValue(property, out var known))
            {
                values[property] = value;
                if (Reads(partition, sort, part + 1, position + length, isSort, values))
                {
                    return true;
                }

                values.Remove(property);
            }
            else if (known == value && Reads(partition, sort, part + 1, position + length, isSort, values))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInRange(string rest) => string.CompareOrdinal(rest, Lowest ?? string.Empty) >= 0
        && (Highest is null || string.CompareOrdinal(rest, Highest) <= 0 || rest.StartsWith(Highest, StringComparison.Ordinal));

    /// <summary>The values that a part can have at a position, with the length of their texts.</summary>
    private static IEnumerable<(string Value, int Length)> Candidates(RandomPart part, string key, int position)
    {
        var rest = key[position..];
        if (part.Literal is { } literal)
        {
            return rest.StartsWith(literal, StringComparison.Ordinal) ? [(literal, literal.Length)] : [];
        }

        return !part.Kind!.IsText ? part.Kind.Texts.Where(text => rest.StartsWith(text, StringComparison.Ordinal)).Select(text => (text, text.Length))
            : !part.IsEscaped ? [(rest, rest.Length)]
            : Enumerable.Range(0, rest.Length + 1).Select(length => (Value: Unescaped(rest[..length]), length)).Where(text => text.Value is not null)
                .Select(text => (text.Value!, text.length));
    }

    /// <summary>The text that is escaped so; null where none is.</summary>
    public static string? Unescaped(string text)
    {
        var value = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = text[i] == '$';
            var letter = isEscape && i + 1 < text.Length ? text[++i] - 0x30 : text[i];
            if (isEscape ? letter is < 0 or > '$' : letter <= '$')
            {
                return null;
            }

            value.Append((char)letter);
        }

        return value.ToString();
    }
}
