namespace DynamoGen;

/// <summary>Types of attributes that <see cref="AlsoReadsAttribute"/> takes in the place of a property's own.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">naming rules and data types</see>.
/// </remarks>
[Flags]
public enum AttributeTypes
{
    /// <summary>No other type.</summary>
    None = 0,

    /// <summary>
    /// A set (SS, NS or BS), for a list whose elements are each stored as one S, N or B. The elements come in the order in which DynamoDB returns them.
    /// </summary>
    Set = 1,

    /// <summary>A list (L), for a set; elements that are equal become one.</summary>
    List = 2,

    /// <summary>A number (N), for a <see langword="bool"/>: 0 is false and 1 is true, and any other number is an error.</summary>
    Number = 4,

    /// <summary>
    /// NULL, for a text, bytes, a number, a <see langword="bool"/> or a collection that cannot be null: it is empty, zero or false, whatever initial value
    /// the property has. What may be null reads NULL as null without this.
    /// </summary>
    Null = 8,
}
