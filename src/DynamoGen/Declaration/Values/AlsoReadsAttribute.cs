namespace DynamoGen;

/// <summary>
/// Lets a property be read from attributes of other types than its own, as other programs or <c>DynamoDBContext</c> with its conversion V1 store them. It is
/// written as its own type alone, so that an item changes its form when it is put, or when an update sets the property. It applies to the property, not to
/// what is inside of its elements.
/// </summary>
/// <remarks>
/// <para>
/// DynamoDB evaluates expressions on what is stored. As long as that may be of two types, an expression can set and remove the whole property, and ask
/// <c>attribute_exists</c>, <c>attribute_not_exists</c> and <c>attribute_type</c>; of a list or a set <c>contains</c> and <c>size</c> too, which take both.
/// Anything else would miss items or fail on them, so that it does not build, and nor does a key of such a property. A type that does not fit the property
/// is an error of the build too (DG1028).
/// </para>
/// <para>
/// See <see href="https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/dynamodb-intro.html">the object persistence model</see> and
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">data types</see>.
/// </para>
/// </remarks>
/// <param name="types">The other types.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AlsoReadsAttribute(AttributeTypes types) : Attribute
{
    /// <summary>The other types.</summary>
    public AttributeTypes Types { get; } = types;
}
