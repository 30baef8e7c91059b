using System.Globalization;

namespace DynamoGen.Declarations.Expressions;

/// <summary>What a write demands of the version that wrote the stored item, which is one of its marks.</summary>
/// <param name="attribute">The attribute that holds it.</param>
/// <param name="version">The version of the write.</param>
internal sealed class ItemVersion(string attribute, int version)
{
    /// <summary>That the item was written by this version.</summary>
    public Condition Same => Compared(Comparator.Equal);

    /// <summary>That the item was not written by a newer version, of which this one does not know what it stores; an item without the mark was not.</summary>
    public Condition NotNewer => new Negation(Compared(Comparator.Greater));

    private Comparison Compared(Comparator comparator) => new(
        new PathOperand(ItemPath.Of(attribute)),
        comparator,
        new ValueOperand(new ConstantValue(ConstantKind.Number, version.ToString(CultureInfo.InvariantCulture))));
}
