namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>Draws templates of keys.</summary>
internal sealed class RandomTemplate(Random random)
{
    private static readonly string[] Literals =
    [
        "A", "A#", "#", "#1", "#A#", "1", "0", "-", "-0", "-9", "12", "99", "256", "$P", "$~", "true", "Oak", "24", "2020#13", "2020#", "2020-02-", "29", "-31",
        ".5", "T13", "00000000-",
    ];

    /// <summary>A template of its own, or that of an earlier entity, some of whose parts are others: templates that meet seldom arise by chance.</summary>
    /// <param name="before">Templates of the same attribute.</param>
    /// <param name="beside">The other template of the key, whose properties may stand here too.</param>
    public RandomPart[] Draw(IReadOnlyList<RandomPart[]> before, RandomPart[] beside)
    {
        if (before.Count == 0 || random.Next(3) == 0)
        {
            return Draw(beside);
        }

        var parts = before[random.Next(before.Count)].Select(Varied).ToArray();
        return parts.Where(part => part.Kind is not null).GroupBy(part => part.Property).Any(same => same.Count() > 1) ? Draw(beside) : parts;
    }

    /// <summary>The parts as they stand in a template, where text that is not the last is escaped.</summary>
    public static RandomPart[] Escaped(RandomPart[] parts, bool isFinal) =>
        [.. parts.Select((part, i) => part with { IsEscaped = part.IsText && !(isFinal && i == parts.Length - 1) })];

    /// <summary>The part, with the value of another property, in another format, or with one value as a literal.</summary>
    private RandomPart Varied(RandomPart part) => (part.Kind, random.Next(5)) switch
    {
        ({ } kind, 0) => part with { Property = kind.Family + random.Next(2) },
        ({ IsText: false } kind, 1) when kind.Texts.OfType<string>().ToArray() is var texts => new(texts[random.Next(texts.Length)], null, string.Empty),
        ({ IsText: true }, 1) => new(part.IsEscaped ? "a" : "A#1", null, string.Empty),
        ({ } kind, 2) => part with { Kind = Form(kind.Family) },
        _ => part,
    };

    private RandomPart[] Draw(RandomPart[] beside)
    {
        var parts = new List<RandomPart>();
        for (var length = random.Next(1, 4); parts.Count < length;)
        {
            var needsEnd = parts is [.., { Kind.NeedsEnd: true }];
            if (needsEnd || random.Next(3) == 0)
            {
                parts.Add(new((needsEnd ? "#" : string.Empty) + Literals[random.Next(Literals.Length)], null, string.Empty));
                continue;
            }

            var shared = beside.Where(part => part.Kind is not null).ToArray();
            var part = shared.Length > 0 && random.Next(4) == 0 ? shared[random.Next(shared.Length)] : null;
            var kind = part is null ? RandomKind.All[random.Next(RandomKind.All.Length)] : Form(part.Kind!.Family);
            var property = part?.Property ?? kind.Family + random.Next(2);
            if (parts.All(other => other.Property != property))
            {
                parts.Add(new(null, kind, property));
            }
        }

        return [.. parts];
    }

    /// <summary>Any form of a family.</summary>
    private RandomKind Form(string family)
    {
        var forms = RandomKind.All.Where(kind => kind.Family == family).ToArray();
        return forms[random.Next(forms.Length)];
    }
}
