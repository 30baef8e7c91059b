using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patterns;

/// <summary>
/// Binds the parameters of an access pattern to the parts of one key: the whole partition key by value, then the sort key from the left by value,
/// then at most one part by a range or a beginning. Whatever cannot be bound so cannot be one Query.
/// </summary>
internal sealed class KeyBinder(KeyModel key, IReadOnlyList<IParameterSymbol> parameters, Func<string, bool> isDouble)
{
    private readonly List<IParameterSymbol> _unused = [.. parameters];

    /// <summary>The parameters that give no single value of a property: the period of a time, or several values.</summary>
    private readonly HashSet<string> _periods = [];

    /// <summary>The parameter that has several values.</summary>
    private IParameterSymbol? _several;

    /// <summary>Why binding failed, as the end of a sentence.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>The parameter that failed, if it was one.</summary>
    public IParameterSymbol? Culprit { get; private set; }

    private IEnumerable<KeyPart> SortParts => key.SortAttributes.SelectMany(attribute => attribute.Parts);

    private string Place => key.Index is null ? "the table's key" : $"the key of index '{key.Index}'";

    /// <summary>The primary key of a whole entity held by a parameter.</summary>
    public static KeyConditionModel FromEntity(KeyModel key, string parameter)
    {
        BoundPart Bound(KeyPart part) => new(part, part.IsPlaceholder ? new PropertySource(parameter, part.Text) : null);
        return new KeyConditionModel(
            key,
            new EquatableArray<BoundPart>(key.Partition.Parts.Select(Bound).ToArray()),
            key.Sort is null ? SortConditionKind.None : SortConditionKind.Equals,
            new EquatableArray<BoundPart>(key.Sort?.Parts.Select(Bound).ToArray() ?? []),
            null);
    }

    /// <summary>The condition that the parameters give, or null with a reason.</summary>
    /// <param name="need">How much of the key they must give.</param>
    public KeyConditionModel? Bind(KeyNeed need)
    {
        var partition = new List<BoundPart>();
        foreach (var part in key.PartitionAttributes.SelectMany(attribute => attribute.Parts))
        {
            if ((Several(part, need) ?? (TimeBucket.Is(part, key) ? Period(part) : null) ?? Value(part)) is not { } bound)
            {
                return Fail($"it does not give '{part.Text}'{Exactly(part)} of the partition key \"{key.PartitionTemplate}\" in {Place}"
                    + (TimeBucket.Is(part, key) ? $"; take '{TimeBucket.Wanted(part)}'" : string.Empty));
            }

            partition.Add(bound);
        }

        if (SortParts.Select(part => PartitionValues.Giving(part, key, _unused, isDouble)).FirstOrDefault(found => found is not null) is { } values)
        {
            Blame(values, $"parameter '{values.Name}' has several values of a part of the sort key \"{key.SortTemplate}\" in {Place}; "
                + "a query takes several values of a part of the partition key alone");
            return null;
        }

        RangeModel? range = null;
        var kind = SortConditionKind.None;
        var sort = need == KeyNeed.PartitionOnly ? [] : SortKey(need, out range, out kind);
        if (Culprit is null && need == KeyNeed.Whole && kind is not SortConditionKind.Equals && key.Sort is not null)
        {
            var missing = SortParts.Where(part => part.IsPlaceholder).Skip(sort.Count(part => part.Value is not null)).First();
            return Fail($"one item needs its whole primary key, and '{missing.Text}'{Exactly(missing)} of the sort key \"{key.SortTemplate}\" is not given");
        }

        if (Culprit is null && _unused.Count > 0)
        {
            Culprit = _unused[0];
            var next = SortParts.FirstOrDefault(part => part.IsPlaceholder && sort.All(bound => bound.Part != part));
            Reason = $"parameter '{Culprit.Name}' is no part of {Place} "
                + $"(\"{key.PartitionTemplate}\"{(key.Sort is null ? string.Empty : $", \"{key.SortTemplate}\"")})"
                + (next is null ? string.Empty : $", whose parts can only be given from left to right; the next is '{next.Text}'");
        }

        return Culprit is not null
            ? null
            : new KeyConditionModel(key, new EquatableArray<BoundPart>(partition.ToArray()), kind, new EquatableArray<BoundPart>(sort.ToArray()), range);
    }

    private List<BoundPart> SortKey(KeyNeed need, out RangeModel? range, out SortConditionKind kind)
    {
        var prefix = new List<BoundPart>();
        var parts = SortParts.ToArray();
        range = null;
        var position = 0;
        for (; position < parts.Length; position++)
        {
            if (need == KeyNeed.Partition && Optional(parts[position]) is { } optional)
            {
                range = new RangeBinder(key, _unused, isDouble, PartOf).OneValue(parts, position, optional);
                kind = SortConditionKind.Between;
                return prefix;
            }

            // The shard behind a table's partition key that an index sorts by is not known: the items of all of them begin alike.
            if (parts[position].Kind == KeyPartKind.Shard || Value(parts[position]) is not { } bound)
            {
                break;
            }

            prefix.Add(bound);
        }

        if (position == parts.Length)
        {
            kind = parts.Length == 0 ? SortConditionKind.None : SortConditionKind.Equals;
            return prefix;
        }

        kind = SortConditionKind.Between;
        var ranges = new RangeBinder(key, _unused, isDouble, PartOf);
        range = ranges.Bind(parts, position);
        if (ranges.Culprit is { } culprit)
        {
            Blame(culprit, ranges.Reason!);
        }

        if (range is null)
        {
            kind = prefix.Count == 0 ? SortConditionKind.None : SortConditionKind.BeginsWith;
        }

        return prefix;
    }

    /// <summary>The parameter that gives a part's value and may be null, and then leaves it and what is behind it open; null where there is none.</summary>
    private IParameterSymbol? Optional(KeyPart part)
    {
        if (!part.IsPlaceholder
            || PatternParameters.Giving(parameters, part.Text, isDouble) is not { } parameter
            || !PatternParameters.IsNullable(parameter)
            || key.PartitionAttributes.SelectMany(attribute => attribute.Parts).Any(own => own.IsPlaceholder && own.Text == part.Text))
        {
            return null;
        }

        _unused.Remove(parameter);
        return parameter;
    }

    /// <summary>The period of a time with the parameter that gives it alone; null where none does.</summary>
    private BoundPart? Period(KeyPart part)
    {
        if (TimeBucket.Giving(part, key, parameters, isDouble) is not { } parameter
            || PatternParameters.IsNullable(parameter)
            || TimeBucket.As(part, parameter.Type) is not { } period)
        {
            return null;
        }

        _unused.Remove(parameter);
        _periods.Add(parameter.Name);
        return new BoundPart(period, new ParameterSource(parameter.Name));
    }

    /// <summary>The part with the parameter that has several values of it; null where none has.</summary>
    private BoundPart? Several(KeyPart part, KeyNeed need)
    {
        if (PartitionValues.Giving(part, key, parameters, isDouble) is not { } parameter)
        {
            return null;
        }

        _unused.Remove(parameter);
        _periods.Add(parameter.Name);
        if (PartitionValues.Misfit(parameter, part, key, need, _several) is { } misfit)
        {
            Blame(parameter, misfit);
            return null;
        }

        _several = parameter;
        return PartitionValues.Bind(parameter, part, key);
    }

    /// <summary>The part with the parameter that gives its value, or the literal itself; null where no parameter does.</summary>
    private BoundPart? Value(KeyPart part)
    {
        if (!part.IsPlaceholder)
        {
            return new BoundPart(part, null);
        }

        // One parameter gives its value to each place of the key that holds it.
        if (PatternParameters.Giving(parameters, part.Text, isDouble) is not { } parameter || _periods.Contains(parameter.Name))
        {
            return null;
        }

        _unused.Remove(parameter);

        return PartOf(parameter, part, needsValue: true) is { } same ? new BoundPart(same, new ParameterSource(parameter.Name)) : null;
    }

    /// <summary>
    /// The part as the parameter's type writes it: the property's own type, or a DateOnly where the part holds (or, as a bound, begins with) a date.
    /// </summary>
    private KeyPart? PartOf(IParameterSymbol parameter, KeyPart part, bool needsValue)
    {
        var isNullable = PatternParameters.IsNullable(parameter);
        if (needsValue && isNullable)
        {
            return Blame(parameter, $"parameter '{parameter.Name}' may be null, but a key needs its value");
        }

        var given = PatternParameters.Bare(parameter.Type);
        var isDate = part.Kind is KeyPartKind.DateTime or KeyPartKind.DateTimeOffset && ScalarTypes.KindOf(given) == ScalarKind.DateOnly;
        var day = part.Format is null ? null : SortableFormat.UpToDay(part.Format);
        if (isDate && day is not null && (!needsValue || day == part.Format))
        {
            return part with { Kind = KeyPartKind.Date, Format = day, TypeName = given.PlainName(), IsNullable = isNullable };
        }

        if (given.PlainName() != part.TypeName)
        {
            return Blame(parameter, $"parameter '{parameter.Name}' is {given.ToDisplayString()}, but '{part.Text}' is {TypeNames.Readable(part.TypeName)}");
        }

        if (!needsValue && part.IsUnixTime && part.IsRounded)
        {
            var unit = part.Style == KeyPartStyle.UnixSeconds ? "seconds" : "milliseconds";
            return Blame(parameter, $"parameter '{parameter.Name}' bounds '{part.Text}' more finely than the key keeps it ({unit}); "
                + $"store it so too, by [Epoch{char.ToUpperInvariant(unit[0])}{unit.Substring(1)}], or give the whole value");
        }

        if (!needsValue && part.IsRounded)
        {
            return Blame(parameter, $"parameter '{parameter.Name}' bounds '{part.Text}' more finely than the key keeps it "
                + $"({part.Format}); {(day == part.Format ? "take a DateOnly" : "keep every tick in the key, or give the whole value")}");
        }

        return part with { IsNullable = isNullable };
    }

    private string Exactly(KeyPart part) => isDouble(part.Text) ? " by exactly that name, which another property has but for its case," : string.Empty;

    private KeyPart? Blame(IParameterSymbol parameter, string reason)
    {
        Culprit ??= parameter;
        Reason = Reason.Length == 0 ? reason : Reason;
        return null;
    }

    private KeyConditionModel? Fail(string reason)
    {
        Reason = Reason.Length == 0 ? reason : Reason;
        return null;
    }
}

/// <summary>How much of a key an access pattern must give.</summary>
internal enum KeyNeed
{
    /// <summary>The partition key and nothing else, for a whole item collection.</summary>
    PartitionOnly,

    /// <summary>The partition key, and as much of the sort key as it likes.</summary>
    Partition,

    /// <summary>All of it, for one item.</summary>
    Whole,
}
