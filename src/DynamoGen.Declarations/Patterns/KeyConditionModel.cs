using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Patterns;

/// <summary>The key or key condition that an access pattern's parameters give.</summary>
/// <param name="Key">The key of the entity that it goes by.</param>
/// <param name="Partition">The partition key's parts with their values.</param>
/// <param name="SortKind">How the sort key is compared.</param>
/// <param name="SortPrefix">The sort key's leading parts with their values.</param>
/// <param name="Range">The part behind them that is compared, for a range or a beginning.</param>
internal sealed record KeyConditionModel(
    KeyModel Key,
    EquatableArray<BoundPart> Partition,
    SortConditionKind SortKind,
    EquatableArray<BoundPart> SortPrefix,
    RangeModel? Range)
{
    /// <summary>The values of a part of the partition key whose partitions are all asked; null where the key is of one partition.</summary>
    public ElementSource? Values => Partition.Select(part => part.Value).OfType<ElementSource>().FirstOrDefault();
}

/// <summary>A comparison of one part of the sort key, and perhaps of those behind it.</summary>
/// <param name="Part">The part.</param>
/// <param name="Lower">The lower bound, or null.</param>
/// <param name="Upper">The upper bound, or null.</param>
/// <param name="IsBeginning">Whether both bounds are one parameter, the beginning of the text.</param>
internal sealed record RangeModel(KeyPart Part, BoundModel? Lower, BoundModel? Upper, bool IsBeginning = false)
{
    /// <summary>The parameters of the bounds.</summary>
    public IEnumerable<string> Parameters =>
        new[] { Lower, Upper }.OfType<BoundModel>().SelectMany(bound => bound.Steps).Select(step => step.Parameter).Distinct();
}

/// <summary>A bound of a range.</summary>
/// <param name="Steps">The parts that are given, from the left, at least one; a later one refines those before it.</param>
/// <param name="IsExclusive">Whether what has just these values is outside.</param>
internal sealed record BoundModel(EquatableArray<BoundStep> Steps, bool IsExclusive);

/// <summary>One part of a bound.</summary>
/// <param name="Parameter">The parameter that gives it; where it may be null and is, this part and those behind it bound nothing.</param>
/// <param name="Part">The part as the parameter's type writes it.</param>
/// <param name="Before">The literal text between it and the part before it; empty for the first.</param>
/// <param name="Terminator">The literal text that ends the part in the template, or null where none does.</param>
/// <param name="IsLast">Whether nothing follows it in a key.</param>
internal sealed record BoundStep(string Parameter, KeyPart Part, string Before, string? Terminator, bool IsLast);

/// <summary>How the sort key is compared.</summary>
internal enum SortConditionKind
{
    /// <summary>Not at all.</summary>
    None,
    Equals,
    BeginsWith,
    Between,
}
