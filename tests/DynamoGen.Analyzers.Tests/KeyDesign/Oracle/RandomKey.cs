namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>A part of a template: a literal, a property, or what a query leaves open.</summary>
internal sealed record RandomPart(string? Literal, RandomKind? Kind, string Property)
{
    public bool IsEscaped { get; init; }

    /// <summary>The endings that a part without a kind has, where it is no literal of the template.</summary>
    public Remainder[]? Open { get; init; }

    public bool IsText => Kind is { IsText: true };

    public string Source => Literal ?? $"{{{Property}{Kind!.Format}}}";

    public IReadOnlyList<Remainder> Starts =>
        Open ?? (Literal is not null ? [new Literal(Literal)] : Kind!.IsText ? [new FreeText(IsEscaped)] : Kind.Starts);

    /// <summary>A part whose values no template names: a shard, a range.</summary>
    public static RandomPart Of(params Remainder[] open) => new(null, null, string.Empty) { Open = open };

    /// <summary>The part with one value; null where the value does not fit its format.</summary>
    public RandomPart? With(string? text) => text is null ? null : new(IsEscaped ? Escaped(text) : text, null, string.Empty);

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

    private static string Escaped(string text) =>
        string.Concat(text.Select(letter => letter <= '$' ? $"${(char)(letter + 0x30)}" : letter.ToString()));
}

/// <summary>The templates of one key of an entity, or what a query asks of it.</summary>
internal sealed record RandomKey(string? Index, RandomPart[] Partition, RandomPart[] Sort)
{
    public int Shards { get; init; }

    public IEnumerable<RandomPart> Parts => Partition.Concat(Sort);

    /// <summary>The partition key with what spreads it.</summary>
    public RandomPart[] Spread => Shards == 0
        ? Partition
        : [.. Partition, new("#", null, string.Empty), RandomPart.Of([.. Enumerable.Range(0, Shards).Select(shard => new Literal(Digits(shard)))])];

    /// <summary>The properties that stand in both keys.</summary>
    public string[] Shared =>
        [.. Partition.Where(part => part.Kind is not null && Sort.Any(other => other.Property == part.Property)).Select(part => part.Property)];

    public static string Text(IEnumerable<RandomPart> parts) => string.Concat(parts.Select(part => part.Source));

    private string Digits(int shard) => Text(shard).PadLeft(Text(Shards - 1).Length, '0');

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
