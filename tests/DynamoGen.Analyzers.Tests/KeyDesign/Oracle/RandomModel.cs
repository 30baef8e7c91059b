using System.Text;

namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>Entities of one table drawn at random, with a query for each.</summary>
internal sealed class RandomModel
{
    private const int Entities = 3;
    private const int MostKeys = 400;

    private static readonly string[] Literals = ["A", "A#", "#", "#1", "#A#", "1", "0", "-", "-0", "-9", "12", "99", "256", "$P", "$~", "true", "Oak", "24", "2020#13", "2020#"];

    private readonly Random _random;
    private readonly List<RandomEntity> _drawn = [];

    public RandomModel(int seed)
    {
        _random = new Random(seed);
        for (var number = 0; number < Entities; number++)
        {
            _drawn.Add(Entity(number));
        }
    }

    public IReadOnlyList<RandomEntity> Drawn => _drawn;

    /// <summary>The model in C#.</summary>
    public string Source
    {
        get
        {
            var source = new StringBuilder("[Table(\"shop\")] sealed partial class Shop; enum Tree { Ash, Oak } enum Wood { Oak, Elm }\n");
            foreach (var entity in Drawn)
            {
                var properties = entity.Parts.Where(part => part.Kind is not null).DistinctBy(part => part.Property)
                    .Select(part => $"{part.Kind!.Type} {part.Property}").DefaultIfEmpty("int Other");
                source.AppendLine(
                    $"[Entity<Shop>, Key(\"{Text(entity.Partition)}\", \"{Text(entity.Sort)}\")] sealed partial record {entity.Name}({string.Join(", ", properties)});");
                if (entity.Query is { } query)
                {
                    source.AppendLine($"[Repository<{entity.Name}>] partial interface I{entity.Name} {{ IAsyncEnumerable<{entity.Name}> {query.Name}({query.Parameters}); }}");
                }
            }

            return source.ToString();
        }
    }

    private static string Text(IEnumerable<RandomPart> parts) => string.Concat(parts.Select(part => part.Source));

    private RandomEntity Entity(int number)
    {
        while (true)
        {
            var entity = new RandomEntity($"E{number}", Template(earlier => earlier.Partition), Template(earlier => earlier.Sort));
            var keys = entity.Parts.Where(part => part.Kind is { IsText: false }).DistinctBy(part => part.Property)
                .Aggregate(1, (product, part) => product * part.Kind!.Texts.Count);
            if (keys <= MostKeys && entity.Parts.Where(part => part.Kind is { IsText: true }).DistinctBy(part => part.Property).Count() < 2)
            {
                return entity with { Query = RandomQuery.Of(entity, _random) };
            }
        }
    }

    /// <summary>A template of its own, or that of an earlier entity, some of whose parts are others: templates that meet seldom arise by chance.</summary>
    private RandomPart[] Template(Func<RandomEntity, RandomPart[]> like)
    {
        if (_drawn.Count == 0 || _random.Next(3) == 0)
        {
            return Template();
        }

        var parts = like(_drawn[_random.Next(_drawn.Count)]).Select(Varied).ToArray();
        return parts.Where(part => part.Kind is not null).GroupBy(part => part.Property).Any(same => same.Count() > 1) ? Template() : parts;
    }

    /// <summary>The part, with the value of another property, or with one value as a literal.</summary>
    private RandomPart Varied(RandomPart part) => (part.Kind, _random.Next(4)) switch
    {
        ({ } kind, 0) => part with { Property = kind.Name + _random.Next(2) },
        ({ IsText: false } kind, 1) => new(kind.Texts[_random.Next(kind.Texts.Count)], null, string.Empty),
        ({ IsText: true }, 1) => new(part.IsEscaped ? "a" : "A#1", null, string.Empty),
        _ => part,
    };

    private RandomPart[] Template()
    {
        var parts = new List<RandomPart>();
        for (var length = _random.Next(1, 4); parts.Count < length;)
        {
            var needsEnd = parts is [.., { Kind.NeedsEnd: true }];
            if (needsEnd || _random.Next(3) == 0)
            {
                parts.Add(new((needsEnd ? "#" : string.Empty) + Literals[_random.Next(Literals.Length)], null, string.Empty));
                continue;
            }

            var kind = RandomKind.All[_random.Next(RandomKind.All.Length)];
            var property = kind.Name + _random.Next(2);
            if (parts.All(part => part.Property != property))
            {
                parts.Add(new(null, kind, property));
            }
        }

        return [.. parts.Select((part, i) => part with { IsEscaped = part.Kind is { IsText: true } && i < parts.Count - 1 })];
    }
}

/// <summary>An entity with the templates of its primary key.</summary>
internal sealed record RandomEntity(string Name, RandomPart[] Partition, RandomPart[] Sort)
{
    public RandomQuery? Query { get; init; }

    public IEnumerable<RandomPart> Parts => Partition.Concat(Sort);

    /// <summary>Whether a property stands in both keys.</summary>
    public bool SharesProperty => Partition.Any(part => part.Kind is not null && Sort.Any(other => other.Property == part.Property));

    public KeyReader Reader => new(Partition, Sort, null, null, IsWhole: true);
}

/// <summary>A query of an entity: the sort key's leading parts, and the bounds of the one behind them.</summary>
internal sealed record RandomQuery(string Name, string Parameters, KeyReader Reader)
{
    /// <summary>A query that gives the partition key and some of the sort key; null where that is one item.</summary>
    public static RandomQuery? Of(RandomEntity entity, Random random)
    {
        var given = entity.Partition.Where(part => part.Kind is not null).ToList();
        var prefix = new List<RandomPart>();
        RandomPart? range = null;
        foreach (var part in entity.Sort)
        {
            if (part.Kind is not null && given.All(other => other.Property != part.Property))
            {
                if (random.Next(2) == 0)
                {
                    range = random.Next(2) == 0 && part.Kind.IsOrdered ? part : null;
                    break;
                }

                given.Add(part);
            }

            prefix.Add(part);
        }

        if (prefix.Count == entity.Sort.Length)
        {
            return null;
        }

        var hasUpper = random.Next(2) == 0;
        var parameters = given.Select(part => $"{part.Kind!.Type} {Camel(part.Property)}").ToList();
        parameters.AddRange(range is null ? [] : [$"{range.Kind!.Type} from{range.Property}", .. hasUpper ? [$"{range.Kind.Type} to{range.Property}"] : (string[])[]]);
        var texts = range?.Kind is { IsText: false } kind ? kind.Texts.Order(StringComparer.Ordinal).ToArray() : null;
        return new("Of" + entity.Name, string.Join(", ", parameters),
            new(entity.Partition, [.. prefix], texts?[0], hasUpper ? texts?[^1] : null, IsWhole: false));
    }

    private static string Camel(string property) => char.ToLowerInvariant(property[0]) + property[1..];
}
