namespace DynamoGen;

/// <summary>
/// Declares how many different values a property has in practice, for the rules about hot partitions (DG2001 to DG2004, DG2007), where its type does not
/// tell: a text that is one of twelve regions, or an enumeration of which two members are ever stored. It changes nothing at run time.
/// </summary>
/// <param name="values">The number of different values, at least 1.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CardinalityAttribute(long values) : Attribute
{
    /// <summary>The number of different values.</summary>
    public long Values { get; } = values;
}
