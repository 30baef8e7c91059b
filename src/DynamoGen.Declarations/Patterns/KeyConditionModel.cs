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

/// <summary>A comparison of one part of the sort key.</summary>
/// <param name="Lower">The parameter of the inclusive lower bound, or null.</param>
/// <param name="Upper">The parameter of the inclusive upper bound, or null.</param>
/// <param name="LowerPart">The part as the lower bound's type writes it.</param>
/// <param name="UpperPart">The part as the upper bound's type writes it.</param>
/// <param name="Terminator">The literal text that ends the part in the template, or null where nothing follows.</param>
/// <param name="IsBeginning">Whether both bounds are one parameter, the beginning of the text.</param>
internal sealed record RangeModel(string? Lower, string? Upper, KeyPart LowerPart, KeyPart UpperPart, string? Terminator, bool IsBeginning = false);

/// <summary>How the sort key is compared.</summary>
internal enum SortConditionKind
{
    /// <summary>Not at all.</summary>
    None,
    Equals,
    BeginsWith,
    Between,
}
