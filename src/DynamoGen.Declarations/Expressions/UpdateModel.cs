using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Expressions;

/// <summary>What an update makes of an item, clause by clause.</summary>
internal sealed record UpdateModel(
    EquatableArray<SetAction> Sets,
    EquatableArray<RemoveAction> Removes,
    EquatableArray<DeltaAction> Adds,
    EquatableArray<DeltaAction> Deletes)
{
    /// <summary>The attributes of the item itself that are changed, wholly or in part.</summary>
    public IEnumerable<string> ChangedAttributes => Sets.Concat<UpdateAction>(Removes).Concat(Adds).Concat(Deletes)
        .Select(action => action.Path.Attribute).Distinct();
}

/// <summary>What an update does at one path.</summary>
/// <param name="Path">Where.</param>
/// <param name="When">The test that must hold for it to be sent; null where it always is.</param>
internal abstract record UpdateAction(ItemPath Path, ValueTest? When);

/// <summary>An attribute that gets a value.</summary>
internal sealed record SetAction(ItemPath Path, UpdateTerm Value, ValueTest? When = null) : UpdateAction(Path, When);

/// <summary>An attribute that is removed.</summary>
internal sealed record RemoveAction(ItemPath Path, ValueTest? When = null) : UpdateAction(Path, When);

/// <summary>An attribute to whose number a value is added, or to or from whose set elements are.</summary>
internal sealed record DeltaAction(ItemPath Path, Operand Value, ValueTest? When = null) : UpdateAction(Path, When);

/// <summary>What an attribute is set to.</summary>
internal abstract record UpdateTerm;

/// <summary>An attribute or a value.</summary>
internal sealed record OperandTerm(Operand Operand) : UpdateTerm;

/// <summary>A term and those that are added to it and taken from it one after the other.</summary>
internal sealed record SumTerm(UpdateTerm First, EquatableArray<Addend> Addends) : UpdateTerm;

/// <summary>A term that is added or taken away.</summary>
internal sealed record Addend(bool IsTakenAway, UpdateTerm Term);

/// <summary>An attribute, or another term where there is none.</summary>
internal sealed record IfNotExistsTerm(ItemPath Path, UpdateTerm Otherwise) : UpdateTerm;

/// <summary>One list behind another.</summary>
internal sealed record ListAppendTerm(UpdateTerm First, UpdateTerm Second) : UpdateTerm;
