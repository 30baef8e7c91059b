using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patterns;

/// <summary>
/// Binds what is left of the parameters to a range of one part of the sort key: a beginning of its text, or bounds, which may go on into the parts behind it.
/// </summary>
/// <param name="key">The key.</param>
/// <param name="unused">The parameters that are left; those that are taken are removed.</param>
/// <param name="isDouble">Whether another property has a name that differs in case alone.</param>
/// <param name="partOf">The part as a parameter's type writes it, or null with a reason; whether it needs a value that is not null.</param>
internal sealed class RangeBinder(
    KeyModel key, List<IParameterSymbol> unused, Func<string, bool> isDouble, Func<IParameterSymbol, KeyPart, bool, KeyPart?> partOf)
{
    /// <summary>The parameter that does not fit, or null.</summary>
    public IParameterSymbol? Culprit { get; private set; }

    /// <summary>Why it does not, as the end of a sentence.</summary>
    public string? Reason { get; private set; }

    /// <summary>The range, or null where no parameter gives one, or one does not fit.</summary>
    public RangeModel? Bind(KeyPart[] parts, int position)
    {
        var part = parts[position];
        if (part.Kind == KeyPartKind.Text && Take(candidate => PatternParameters.GivesBeginning(candidate, part.Text, isDouble)) is { } beginning)
        {
            // Not begins_with, which DynamoDB refuses for an empty beginning.
            return partOf(beginning, part.Unwrapped, false) is { } same ? Both(Step(beginning, same, parts, position), part, isBeginning: true) : null;
        }

        var lower = Bound(BoundSide.From, parts, position) ?? Bound(BoundSide.After, parts, position);
        var upper = Bound(BoundSide.To, parts, position) ?? Bound(BoundSide.Before, parts, position);
        return (lower is null && upper is null) || Culprit is not null ? null : new RangeModel(part, lower, upper);
    }

    /// <summary>The range of all that has one value, which a parameter gives that may be null.</summary>
    public RangeModel? OneValue(KeyPart[] parts, int position, IParameterSymbol parameter) => partOf(parameter, parts[position], false) is { } same
        ? Both(Step(parameter, same, parts, position), parts[position], isBeginning: false)
        : null;

    private static RangeModel Both(BoundStep step, KeyPart part, bool isBeginning)
    {
        var bound = new BoundModel(new EquatableArray<BoundStep>([step]), IsExclusive: false);
        return new RangeModel(part, bound, bound, isBeginning);
    }

    private BoundModel? Bound(BoundSide side, KeyPart[] parts, int position)
    {
        var part = parts[position];
        if (!part.IsSortedByValue || Take(candidate => PatternParameters.GivesBound(candidate, side, part.Text, isDouble)) is not { } first)
        {
            return null;
        }

        var isExclusive = side is BoundSide.After or BoundSide.Before;
        if (isExclusive && IsInexact(part))
        {
            return Blame(first, $"parameter '{first.Name}' bounds '{part.Text}' exclusively, which a range of decimals or bytes cannot be; "
                + $"take '{PatternParameters.NameOf(side == BoundSide.After ? BoundSide.From : BoundSide.To, part.Text)}'");
        }

        if (partOf(first, part, false) is not { } same)
        {
            return null;
        }

        var steps = new List<BoundStep> { Step(first, same, parts, position) };
        for (var (last, next) = (position, Next(parts, position)); next < parts.Length; (last, next) = (next, Next(parts, next)))
        {
            var further = parts[next];
            if (!IsExact(steps[steps.Count - 1].Part, parts[last])
                || !further.IsSortedByValue
                || Take(candidate => PatternParameters.GivesNamedBound(candidate, side, further.Text, isDouble)) is not { } refining)
            {
                break;
            }

            if (partOf(refining, further, false) is not { } refined)
            {
                return null;
            }

            steps.Add(Step(refining, refined, parts, next));
        }

        return new BoundModel(new EquatableArray<BoundStep>(steps), isExclusive);
    }

    /// <summary>The position of the next part that takes a value; the length where there is none, or it stands in an attribute of its own.</summary>
    private int Next(KeyPart[] parts, int position)
    {
        var next = position + 1;
        while (next < parts.Length && !parts[next].IsPlaceholder)
        {
            next++;
        }

        return key.FurtherSort.Count > 0 ? parts.Length : next;
    }

    private static BoundStep Step(IParameterSymbol parameter, KeyPart part, KeyPart[] parts, int position)
    {
        var before = string.Concat(parts.Take(position).Reverse().TakeWhile(own => !own.IsPlaceholder).Reverse().Select(own => own.Text));
        var terminator = position + 1 < parts.Length && parts[position + 1].Kind == KeyPartKind.Literal ? parts[position + 1].Text : null;
        return new BoundStep(parameter.Name, part, before, terminator, position + 1 == parts.Length && part.Format == parts[position].Format);
    }

    /// <summary>Whether a bound says all that the key keeps of a part, and the key keeps all of the value, so that what follows refines it.</summary>
    private static bool IsExact(KeyPart given, KeyPart part) => given.Format == part.Format
        && (part.Format is not { } format || (given.Kind == KeyPartKind.Date ? SortableFormat.UpToDay(format) == format : SortableFormat.IsExact(format)));

    private bool IsInexact(KeyPart part) => key.SortAttributes.First(attribute => attribute.Parts.Contains(part)).Type switch
    {
        KeyAttributeType.String => false,
        KeyAttributeType.Number => part.Kind == KeyPartKind.Decimal,
        _ => true,
    };

    private BoundModel? Blame(IParameterSymbol parameter, string reason)
    {
        (Culprit, Reason) = (parameter, reason);
        return null;
    }

    private IParameterSymbol? Take(Func<IParameterSymbol, bool> isWanted)
    {
        var parameter = unused.FirstOrDefault(isWanted);
        if (parameter is not null)
        {
            unused.Remove(parameter);
        }

        return parameter;
    }
}
