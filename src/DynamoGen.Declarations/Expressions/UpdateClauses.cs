using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Expressions;

/// <summary>The four clauses of an update, to which what the entity itself demands is added.</summary>
internal sealed class UpdateClauses
{
    /// <summary>An attribute that no item has.</summary>
    private const string Nothing = "_none";

    public List<SetAction> Sets { get; } = [];

    public List<RemoveAction> Removes { get; } = [];

    public List<DeltaAction> Adds { get; } = [];

    public List<DeltaAction> Deletes { get; } = [];

    /// <summary>What becomes of each property that is updated, wholly or in part.</summary>
    public Dictionary<string, TouchedProperty> Touched { get; } = [];

    /// <summary>The update. One of which perhaps no action is sent removes nothing, because DynamoDB refuses an empty expression.</summary>
    public UpdateModel ToModel()
    {
        var mayBeEmpty = Sets.Concat<UpdateAction>(Removes).Concat(Adds).Concat(Deletes).All(action => action.When is not null);
        return new(
            new EquatableArray<SetAction>(Sets),
            new EquatableArray<RemoveAction>(mayBeEmpty ? Removes.Append(new RemoveAction(ItemPath.Of(Nothing))) : Removes),
            new EquatableArray<DeltaAction>(Adds),
            new EquatableArray<DeltaAction>(Deletes));
    }
}

/// <summary>What becomes of an updated property.</summary>
/// <param name="value">Where its new value comes from, or null where only the server knows it.</param>
/// <param name="isRemoved">Whether it is removed.</param>
internal sealed class TouchedProperty(ValueSource? value, bool isRemoved)
{
    public ValueSource? Value { get; } = value;

    public bool IsRemoved { get; } = isRemoved;

    /// <summary>The test that it gets the value; null where it always does.</summary>
    public ValueTest? When { get; init; }

    /// <summary>The test that it is removed; null where no test decides that.</summary>
    public ValueTest? WhenRemoved { get; init; }
}
