using System.Text;

namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>An entity with the keys that put it into the table and its indexes, also those that it does not declare.</summary>
internal sealed record RandomEntity(string Name, RandomKey[] Declared, RandomKey[] Undeclared)
{
    public IEnumerable<RandomKey> Keys => Declared.Concat(Undeclared);

    /// <summary>Queries that a key answers.</summary>
    public IReadOnlyList<RandomQuery> Queries { get; init; } = [];

    /// <summary>Queries that maybe none answers.</summary>
    public IReadOnlyList<RandomQuery> Demands { get; init; } = [];
}

/// <summary>Entities of one table drawn at random, with queries for each.</summary>
internal sealed class RandomModel
{
    private const int Entities = 3;
    private const string Index = "gsi1";
    private const string Turned = "turned";
    private static readonly int[] Shards = [0, 0, 2, 4, 12];

    private readonly Random _random;
    private readonly RandomTemplate _templates;
    private readonly List<RandomEntity> _drawn = [];
    private readonly bool _isTurned;

    public RandomModel(int seed)
    {
        _random = new Random(seed);
        _templates = new RandomTemplate(_random);
        _isTurned = _random.Next(4) == 0;
        for (var number = 0; number < Entities; number++)
        {
            var entity = Entity(number);
            _drawn.Add(entity with { Queries = [.. Queries(entity)], Demands = [.. Demands(entity)] });
        }
    }

    public IReadOnlyList<RandomEntity> Drawn => _drawn;

    /// <summary>The model in C#.</summary>
    public string Source
    {
        get
        {
            var source = new StringBuilder("[Table(\"shop\"), GlobalIndex(\"gsi1\", PartitionKey = \"gsi1pk\", SortKey = \"gsi1sk\")")
                .Append(_isTurned ? ", GlobalIndex(\"turned\", PartitionKey = \"sk\", SortKey = \"pk\")" : string.Empty)
                .AppendLine("] sealed partial class Shop; enum Tree { Ash, Oak } enum Wood { Oak, Elm }");
            foreach (var entity in Drawn)
            {
                var properties = entity.Declared.SelectMany(key => key.Parts).Where(part => part.Kind is not null).DistinctBy(part => part.Property)
                    .Select(part => $"{part.Kind!.Type} {part.Property}").DefaultIfEmpty("int Other");
                var keys = string.Join(", ", entity.Declared.Select(Declaration));
                source.AppendLine($"[Entity<Shop>, {keys}] sealed partial record {entity.Name}({string.Join(", ", properties)});");
                Repository("I", entity.Queries);
                Repository("ID", entity.Demands);

                void Repository(string prefix, IReadOnlyList<RandomQuery> queries) => source
                    .Append($"[Repository<{entity.Name}>] partial interface {prefix}{entity.Name} {{ ")
                    .AppendJoin(' ', queries.Select(query => query.Source(entity.Name))).AppendLine(" }");
            }

            return source.ToString();
        }
    }

    private static string Declaration(RandomKey key)
    {
        var index = key.Index is null ? string.Empty : $"\"{key.Index}\", ";
        var shards = key.Shards == 0 ? string.Empty : $", Shards = {key.Shards}";
        return $"Key({index}\"{RandomKey.Text(key.Partition)}\", \"{RandomKey.Text(key.Sort)}\"{shards})";
    }

    private RandomEntity Entity(int number)
    {
        var primary = Key(null, shards: 0);
        var declared = new List<RandomKey> { primary };
        if (_random.Next(2) == 0)
        {
            declared.Add(Key(Index, Shards[_random.Next(Shards.Length)]));
        }

        var turned = new RandomKey(Turned, primary.Sort, primary.Partition);
        var isDeclared = _isTurned && _random.Next(2) == 0;
        return new($"E{number}", [.. declared, .. isDeclared ? [turned] : (RandomKey[])[]], _isTurned && !isDeclared ? [turned] : []);
    }

    private RandomKey Key(string? index, int shards)
    {
        var before = _drawn.SelectMany(entity => entity.Declared).Where(key => key.Index == index).ToArray();
        var partition = _templates.Draw([.. before.Select(key => key.Partition)], beside: []);
        var sort = _templates.Draw([.. before.Select(key => key.Sort)], beside: partition);
        return new(index, RandomTemplate.Escaped(partition, isFinal: shards == 0), RandomTemplate.Escaped(sort, isFinal: true)) { Shards = shards };
    }

    private IEnumerable<RandomQuery> Queries(RandomEntity entity)
    {
        foreach (var key in entity.Declared)
        {
            var plans = RandomPlan.Of(key).Where(plan => !plan.IsOfOneInstant && plan.Needs.Values.All(types => types.Length > 0)).ToArray();
            var parameters = Parameters(plans[_random.Next(plans.Length)]);
            var plan = Answer(key, parameters, isOneItem: false);
            if (plan is { IsOfOneInstant: false })
            {
                yield return new($"Of{entity.Name}{key.Index}", key.Index, false, parameters, plan);
            }
        }
    }

    /// <summary>Queries of which some are changed until maybe no key answers them.</summary>
    private IEnumerable<RandomQuery> Demands(RandomEntity entity)
    {
        for (var number = 0; number < 4; number++)
        {
            var key = entity.Declared[_random.Next(entity.Declared.Length)];
            var plans = RandomPlan.Of(key).Where(plan => plan.Needs.Values.All(types => types.Length > 0)).ToArray();
            var parameters = Parameters(plans[_random.Next(plans.Length)]).ToList();
            for (var change = _random.Next(3); change > 0; change--)
            {
                Change(parameters, entity);
            }

            var isOneItem = key.Index is null && _random.Next(4) == 0;
            RandomParameter[] given = [.. parameters.DistinctBy(parameter => parameter.Name)];
            var index = _random.Next(8) == 0 ? entity.Declared[_random.Next(entity.Declared.Length)].Index : key.Index;
            var asked = entity.Declared.First(other => other.Index == (isOneItem ? null : index));
            yield return new($"{(isOneItem ? "Get" : "Find")}{entity.Name}{number}", asked.Index, isOneItem, given, Answer(asked, given, isOneItem));
        }
    }

    private void Change(List<RandomParameter> parameters, RandomEntity entity)
    {
        var all = entity.Declared.SelectMany(RandomPlan.Of).SelectMany(plan => plan.Needs).Where(need => need.Value.Length > 0).ToArray();
        switch (_random.Next(4))
        {
            case 0 when parameters.Count > 0:
                parameters.RemoveAt(_random.Next(parameters.Count));
                break;
            case 1 when parameters.Count > 0:
                var place = _random.Next(parameters.Count);
                parameters[place] = parameters[place] with { Type = RandomKind.All[_random.Next(RandomKind.All.Length)].Type };
                break;
            case 2:
                parameters.Insert(_random.Next(parameters.Count + 1), new("int", "unknown"));
                break;
            case var _ when all.Length > 0:
                var (name, types) = all[_random.Next(all.Length)];
                parameters.Insert(_random.Next(parameters.Count + 1), new(types[0], name));
                break;
        }
    }

    private RandomParameter[] Parameters(RandomPlan plan) =>
        [.. plan.Needs.Select(need => new RandomParameter(need.Value[_random.Next(need.Value.Length)], need.Key))];

    /// <summary>The plan that takes exactly these parameters; what gives more of the sort key takes in less.</summary>
    private static RandomPlan? Answer(RandomKey key, RandomParameter[] parameters, bool isOneItem) =>
        RandomPlan.Of(key).Where(plan => plan.IsGiven(parameters) && (plan.IsWhole || !isOneItem)).MaxBy(plan => plan.Count);
}
