namespace DynamoGen;

/// <summary>Declares a global secondary index of a <see cref="TableAttribute">table</see>; at most 20 a table by default.</summary>
/// <param name="name">The index's name, 3 to 255 characters of <c>a-z A-Z 0-9 _ - .</c>.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">global secondary indexes</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalIndexAttribute(string name) : Attribute
{
    /// <summary>The index's name.</summary>
    public string Name { get; } = name;

    /// <summary>The attribute that holds the index's partition key; or name several as <see cref="PartitionKeys"/>.</summary>
    public string? PartitionKey { get; init; }

    /// <summary>The attribute that holds the index's sort key, or null for an index without one.</summary>
    public string? SortKey { get; init; }

    /// <summary>The partition key's type. Default <see cref="KeyAttributeType.String"/>.</summary>
    public KeyAttributeType PartitionKeyType { get; init; }

    /// <summary>The sort key's type. Default <see cref="KeyAttributeType.String"/>.</summary>
    public KeyAttributeType SortKeyType { get; init; }

    /// <summary>Which attributes the index holds beside the keys. All by default.</summary>
    public IndexProjection Projection { get; init; }

    /// <summary>
    /// With <see cref="IndexProjection.Include"/>, the names of the attributes that the index holds; at most 98, and at most 100 over all
    /// of a table's indexes together.
    /// </summary>
    public string[] NonKeyAttributes { get; init; } = [];

    /// <summary>
    /// The attributes of a partition key that is made of several, 1 to 4, each of an entity's property; <see cref="MultiAttributeKeyAttribute"/>
    /// puts an entity into the index.
    /// </summary>
    public string[] PartitionKeys { get; init; } = [];

    /// <summary>With <see cref="PartitionKeys"/>, the attributes of the sort key, 0 to 4, in the order in which they sort.</summary>
    public string[] SortKeys { get; init; } = [];

    /// <summary>The types of <see cref="PartitionKeys"/>, one each; all are text where none is given.</summary>
    public KeyAttributeType[] PartitionKeyTypes { get; init; } = [];

    /// <summary>The types of <see cref="SortKeys"/>, one each; all are text where none is given.</summary>
    public KeyAttributeType[] SortKeyTypes { get; init; } = [];

    /// <summary>Provisioned read capacity units a second of the index, where the table is provisioned. Default 0: those of the table.</summary>
    public long ReadCapacityUnits { get; init; }

    /// <summary>The same for writes.</summary>
    public long WriteCapacityUnits { get; init; }

    /// <summary>
    /// With <see cref="BillingMode.OnDemand"/>, the most read request units a second; with <see cref="BillingMode.Provisioned"/>, up to where read capacity
    /// is scaled, from <see cref="ReadCapacityUnits"/> on. Default 0: as the table.
    /// </summary>
    public long MaxReadUnits { get; init; }

    /// <summary>The same for writes.</summary>
    public long MaxWriteUnits { get; init; }

    /// <summary>
    /// Read units a second that the index takes at once, without growing into them before. Default 0: what DynamoDB gives by itself. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html">warm throughput</see>.
    /// </summary>
    public long WarmReadUnits { get; init; }

    /// <summary>The same for writes.</summary>
    public long WarmWriteUnits { get; init; }
}
