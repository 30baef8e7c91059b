using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Reads;

/// <summary>The attribute by which each item says of which entity it is, for a table holds items of several.</summary>
internal static class Mark
{
    /// <summary>That an item is of one of some entities.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="names">The names of the entities, at least one.</param>
    public static Condition IsOneOf(string attribute, IReadOnlyList<string> names) => names.Count == 1
        ? new Comparison(Holder(attribute), Comparator.Equal, Name(names[0]))
        : new OneOf(Holder(attribute), new EquatableArray<Operand>(names.Select(Name)));

    private static Operand Holder(string attribute) => new PathOperand(ItemPath.Of(attribute));

    private static Operand Name(string name) => new ValueOperand(new ConstantValue(ConstantKind.Text, name));
}
