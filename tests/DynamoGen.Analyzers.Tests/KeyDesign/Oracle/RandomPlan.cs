namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>A parameter of a query.</summary>
internal sealed record RandomParameter(string Type, string Name)
{
    public override string ToString() => $"{Type} {Name}";
}

/// <summary>One way in which a key answers a query: the parameters that it takes, each in one of some types, and what it asks of the key.</summary>
/// <param name="Needs">The types that each parameter can have, by its name.</param>
/// <param name="Reader">The keys that it takes in.</param>
internal sealed record RandomPlan(IReadOnlyDictionary<string, string[]> Needs, RandomKey Reader)
{
    private static readonly (string Unit, string Name)[] Periods =
        [("ss", "Second"), ("mm", "Minute"), ("HH", "Hour"), ("dd", "Day"), ("MM", "Month"), ("yyyy", "Year")];

    /// <summary>Whether the plan gives both keys of a time by its instant, which is refused for a stream by a rule of its own.</summary>
    public bool IsOfOneInstant { get; init; }

    /// <summary>How many parts of the sort key it gives by value.</summary>
    public int Count { get; init; }

    public bool IsWhole { get; init; }

    /// <summary>The parameters that may refine its lower and its upper bound, from the left.</summary>
    public RandomRefinement[][] Refinements { get; init; } = [];

    /// <summary>Whether these parameters, and no others but refinements of the bounds, are what the plan takes.</summary>
    public bool IsGiven(IReadOnlyCollection<RandomParameter> parameters)
    {
        var taken = parameters.Where(parameter => Needs.TryGetValue(parameter.Name, out var types) && types.Contains(parameter.Type)).ToArray();
        var refining = Refinements.SelectMany(chain => RandomRefinement.Of(chain, parameters)).ToArray();
        return taken.Length == Needs.Count && parameters.All(parameter => taken.Contains(parameter) || refining.Contains(parameter));
    }

    /// <summary>
    /// All ways of a key: the whole partition key, some of the sort key's parts from the left by value, and maybe bounds or a beginning of the next one.
    /// </summary>
    public static IEnumerable<RandomPlan> Of(RandomKey key) =>
        Givings(key).SelectMany(given => Enumerable.Range(0, key.Sort.Length + 1).SelectMany(count => Of(key, given, count)));

    /// <summary>How the parts of the partition key can be given: a period of a time that the sort key has more of also by a parameter of its own.</summary>
    private static IEnumerable<(RandomPart Part, string Name, string[] Types)[]> Givings(RandomKey key)
    {
        IEnumerable<(RandomPart, string, string[])[]> all = [[]];
        foreach (var part in key.Partition.Where(part => part.Kind is not null))
        {
            (RandomPart, string, string[])[] ways = [(part, Camel(part.Property), part.Kind!.ValueTypes), .. PeriodOf(part, key)];
            all = all.SelectMany(_ => ways, (before, way) => before.Append(way).ToArray());
        }

        return all;
    }

    private static IEnumerable<(RandomPart, string, string[])> PeriodOf(RandomPart part, RandomKey key)
    {
        if (part.Kind is { Type: "DateOnly" or "DateTimeOffset", TimeFormat: { } format }
            && key.Sort.Any(finer => finer.Property == part.Property && finer.Kind!.TimeFormat != format
                && finer.Kind.TimeFormat!.StartsWith(format, StringComparison.Ordinal)))
        {
            var period = part with { Property = part.Property + Periods.First(unit => format.Contains(unit.Unit, StringComparison.Ordinal)).Name };
            var isCoarse = !format.Contains("HH", StringComparison.Ordinal);
            yield return (period, Camel(period.Property), isCoarse ? [part.Kind.Type, "DateOnly"] : [part.Kind.Type]);
            if (isCoarse && part.Kind.Type != "DateOnly")
            {
                yield return (period, Camel(part.Property), ["DateOnly"]);
            }
        }
    }

    private static IEnumerable<RandomPlan> Of(RandomKey key, (RandomPart Part, string Name, string[] Types)[] given, int count)
    {
        var prefix = key.Sort.Take(count).ToArray();
        var periods = given.Where(way => way.Name != Camel(way.Part.Property)).Select(way => way.Name).ToHashSet();
        if (prefix.Any(part => part.Kind is not null && periods.Contains(Camel(part.Property))))
        {
            // What gives a period gives nothing else.
            yield break;
        }

        var needs = new Dictionary<string, string[]>();
        var values = prefix.Where(part => part.Kind is not null).Select(part => (part, Camel(part.Property), part.Kind!.ValueTypes));
        foreach (var (_, own, types) in given.Concat(values))
        {
            needs[own] = needs.TryGetValue(own, out var others) ? [.. others.Intersect(types)] : types;
        }

        if (key.Sort.Skip(count).FirstOrDefault(part => part.Kind is not null) is { } following
            && needs.ContainsKey(Camel(following.Property)) && !periods.Contains(Camel(following.Property)))
        {
            // A parameter gives its value to each part of the key that holds it.
            yield break;
        }

        var isOfOneInstant = given.Any(
            way => way.Name == Camel(way.Part.Property) && PeriodOf(way.Part, key).Any() && prefix.Any(part => part.Property == way.Part.Property));
        var ways = new Queue<RandomPart>(given.Select(way => way.Part));
        var partition = key.Partition.Select(part => part.Kind is null ? part : ways.Dequeue());
        var reader = key with { Partition = [.. partition] };
        var isWhole = count == key.Sort.Length;
        yield return new(needs, Reader(isWhole ? null : new Between(null, null))) { IsOfOneInstant = isOfOneInstant, IsWhole = isWhole, Count = count };
        if (isWhole || key.Sort[count] is not { Kind: { } kind } next)
        {
            yield break;
        }

        var name = Camel(next.Property);
        if (kind.IsText)
        {
            yield return With(new Between(null, null), (name + "Prefix", ["string"]));
        }

        foreach (var lower in kind.Bounds)
        {
            yield return With(new Between(lower.Lowest, null), ("from" + next.Property, [lower.Type])) with
            {
                Refinements = [Chain("from", lower.Type)],
            };
            yield return With(new Between(null, lower.Highest), ("to" + next.Property, [lower.Type])) with
            {
                Refinements = [Chain("to", lower.Type)],
            };
            foreach (var upper in kind.Bounds)
            {
                yield return With(
                    new Between(lower.Lowest, upper.Highest), ("from" + next.Property, [lower.Type]), ("to" + next.Property, [upper.Type])) with
                {
                    Refinements = [Chain("from", lower.Type), Chain("to", upper.Type)],
                };
            }
        }

        // Each part behind one that is given just as the key keeps it; a property gives one bound.
        RandomRefinement[] Chain(string side, string type) => !IsExact(kind, type) ? [] :
        [
            .. key.Sort.Skip(count + 1).Where(part => part.Kind is not null).TakeWhile(part => part.Property != next.Property).Select(part =>
            {
                var types = part.Kind!.Bounds.Select(bound => bound.Type).ToArray();
                return new RandomRefinement(side + part.Property, types, [.. types.Where(bound => IsExact(part.Kind, bound))]);
            }),
        ];

        RandomPlan With(Between range, params (string Name, string[] Types)[] more) =>
            new(needs.Concat(more.Select(need => KeyValuePair.Create(need.Name, need.Types))).ToDictionary(), Reader(range))
            {
                IsOfOneInstant = isOfOneInstant,
                Count = count,
            };

        RandomKey Reader(Between? range) => reader with { Sort = range is null ? prefix : [.. prefix, RandomPart.Of(range)] };
    }

    private static bool IsExact(RandomKind kind, string type) => kind.TimeFormat is not { } format
        || (type == "DateOnly" ? format.EndsWith("dd", StringComparison.Ordinal) : format.Contains("fffffff", StringComparison.Ordinal));

    private static string Camel(string property) => char.ToLowerInvariant(property[0]) + property[1..];
}

/// <summary>A further part of a bound.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Types">The types that it can have.</param>
/// <param name="ExactTypes">Those of them behind which another part can refine it.</param>
internal sealed record RandomRefinement(string Name, string[] Types, string[] ExactTypes)
{
    /// <summary>The parameters that refine a bound one after the other.</summary>
    public static IEnumerable<RandomParameter> Of(RandomRefinement[] chain, IReadOnlyCollection<RandomParameter> parameters)
    {
        var taken = new HashSet<string>();
        foreach (var refinement in chain)
        {
            if (!taken.Add(refinement.Name)
                || parameters.FirstOrDefault(parameter => parameter.Name == refinement.Name && refinement.Types.Contains(parameter.Type)) is not { } found)
            {
                yield break;
            }

            yield return found;
            if (!refinement.ExactTypes.Contains(found.Type))
            {
                yield break;
            }
        }
    }
}

/// <summary>A method that asks for items of an entity by an index, and which keys it takes in; null where no key answers it.</summary>
internal sealed record RandomQuery(string Name, string? Index, bool IsOneItem, RandomParameter[] Parameters, RandomPlan? Plan)
{
    public string Source(string entity)
    {
        var index = Index is null ? string.Empty : $"[Index(\"{Index}\")] ";
        var result = IsOneItem ? $"ValueTask<{entity}?>" : $"IAsyncEnumerable<{entity}>";
        return $"{index}{result} {Name}({string.Join(", ", Parameters.Select(parameter => parameter.ToString()))});";
    }
}
