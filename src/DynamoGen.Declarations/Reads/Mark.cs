using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Reads;

/// <summary>The attribute by which each item says of which entity it is, for a table holds items of several.</summary>
internal static class Mark
{
    public const string Attribute = "_t";

    private static readonly Operand Entity = new PathOperand(ItemPath.Of(Attribute));

    /// <summary>That an item is of one of some entities.</summary>
    /// <param name="names">The names of the entities, at least one.</param>
    public static Condition IsOneOf(IReadOnlyList<string> names) => names.Count == 1
        ? new Comparison(Entity, Comparator.Equal, Name(names[0]))
        : new OneOf(Entity, new EquatableArray<Operand>(names.Select(Name)));

    private static Operand Name(string name) => new ValueOperand(new ConstantValue(ConstantKind.Text, name));
}
