namespace DynamoGen;

/// <summary>The type of a key attribute.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">naming rules and data types</see>.
/// </remarks>
public enum KeyAttributeType
{
    /// <summary>Text (S), made of a template of any parts.</summary>
    String,

    /// <summary>A number (N): the template is one property of an integer type or decimal. It sorts by its value.</summary>
    Number,

    /// <summary>Bytes (B): the template is one property of type <c>byte[]</c> or <c>ReadOnlyMemory&lt;byte&gt;</c>. They sort as unsigned bytes.</summary>
    Binary,
}
