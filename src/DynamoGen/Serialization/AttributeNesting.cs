namespace DynamoGen.Serialization;

/// <summary>How deep attribute values may nest.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas in Amazon DynamoDB</see>.</remarks>
internal static class AttributeNesting
{
    /// <summary>An attribute's own value is the first level, the values in it the second.</summary>
    public const int MaxLevels = 32;
}
