using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Expressions;

/// <summary>The four clauses of an update, to which what the entity itself demands is added.</summary>
internal sealed class UpdateClauses
{
    public List<SetAction> Sets { get; } = [];

    public List<ItemPath> Removes { get; } = [];

    public List<DeltaAction> Adds { get; } = [];

    public List<DeltaAction> Deletes { get; } = [];

    /// <summary>What becomes of each property that is updated, wholly or in part.</summary>
    public Dictionary<string, TouchedProperty> Touched { get; } = [];

    public UpdateModel ToModel() => new(
        new EquatableArray<SetAction>(Sets),
        new EquatableArray<ItemPath>(Removes),
        new EquatableArray<DeltaAction>(Adds),
        new EquatableArray<DeltaAction>(Deletes));
}

/// <summary>What becomes of an updated property.</summary>
/// <param name="value">Where its new value comes from, or null where only the server knows it.</param>
/// <param name="isRemoved">Whether it is removed.</param>
internal sealed class TouchedProperty(ValueSource? value, bool isRemoved)
{
    public ValueSource? Value { get; } = value;

    public bool IsRemoved { get; } = isRemoved;
}
