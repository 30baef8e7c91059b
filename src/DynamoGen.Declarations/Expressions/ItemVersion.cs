using System.Globalization;

namespace DynamoGen.Declarations.Expressions;

/// <summary>What a write demands of the version that wrote the stored item, which is in its <c>_v</c>.</summary>
internal static class ItemVersion
{
    private static readonly ItemPath Mark = ItemPath.Of("_v");

    /// <summary>That the item was written by this version.</summary>
    public static Condition Same(int version) => Compared(Comparator.Equal, version);

    /// <summary>That the item was not written by a newer version, of which this one does not know what it stores; an item without the mark was not.</summary>
    public static Condition NotNewer(int version) => new Negation(Compared(Comparator.Greater, version));

    private static Comparison Compared(Comparator comparator, int version) => new(
        new PathOperand(Mark), comparator, new ValueOperand(new ConstantValue(ConstantKind.Number, version.ToString(CultureInfo.InvariantCulture))));
}
