namespace DynamoGen;

/// <summary>
/// Declares a local secondary index of a table: the table's partition key with another sort key. It can be read consistently, exists from the table's
/// creation on (at most 5 for a table), and limits the items of one partition key to 10 GB.
/// </summary>
/// <param name="name">The index's name, 3 to 255 characters of <c>a-z A-Z 0-9 _ - .</c></param>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html">local secondary indexes</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LocalIndexAttribute(string name) : Attribute
{
    /// <summary>The index's name.</summary>
    public string Name { get; } = name;

    /// <summary>The attribute that holds the index's sort key.</summary>
    public required string SortKey { get; init; }

    /// <summary>The sort key's type. Default <see cref="KeyAttributeType.String"/>.</summary>
    public KeyAttributeType SortKeyType { get; init; }

    /// <summary>Which attributes the index holds beside the keys. All by default.</summary>
    public IndexProjection Projection { get; init; }

    /// <summary>
    /// With <see cref="IndexProjection.Include"/>, the names of the attributes that the index holds; at most 98, and at most 100 over all
    /// of a table's indexes together.
    /// </summary>
    public string[] NonKeyAttributes { get; init; } = [];
}
