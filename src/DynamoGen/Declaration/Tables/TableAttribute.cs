namespace DynamoGen;

/// <summary>
/// Declares one physical DynamoDB table. The class it stands on holds nothing of its own: the generator adds the table's
/// <see cref="Schema.TableSchema"/>, from which a development table can be created and which the build checks entities against.
/// </summary>
/// <param name="name">The table's name, 3 to 255 characters of <c>a-z A-Z 0-9 _ - .</c>; the options may add a prefix for each environment.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.CoreComponents.html">core components of Amazon DynamoDB</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TableAttribute(string name) : Attribute
{
    /// <summary>The table's name before any prefix.</summary>
    public string Name { get; } = name;

    /// <summary>The attribute that holds the partition key; at most 255 bytes. Default <c>pk</c>.</summary>
    public string PartitionKey { get; init; } = "pk";

    /// <summary>The attribute that holds the sort key, or null for a table without one; at most 255 bytes. Default <c>sk</c>.</summary>
    public string? SortKey { get; init; } = "sk";

    /// <summary>The partition key's type. Default <see cref="KeyAttributeType.String"/>.</summary>
    public KeyAttributeType PartitionKeyType { get; init; }

    /// <summary>The sort key's type. Default <see cref="KeyAttributeType.String"/>.</summary>
    public KeyAttributeType SortKeyType { get; init; }

    /// <summary>How the table's capacity is paid for. Default <see cref="BillingMode.OnDemand"/>.</summary>
    public BillingMode Billing { get; init; } = BillingMode.OnDemand;

    /// <summary>Provisioned read capacity units a second; used only with <see cref="BillingMode.Provisioned"/>.</summary>
    public long ReadCapacityUnits { get; init; }

    /// <summary>Provisioned write capacity units a second; used only with <see cref="BillingMode.Provisioned"/>.</summary>
    public long WriteCapacityUnits { get; init; }

    /// <summary>
    /// The attribute whose epoch seconds tell when an item expires, or null for none; entities store it by a property marked with
    /// <see cref="TimeToLiveAttribute"/>.
    /// </summary>
    public string? TimeToLive { get; init; }

    /// <summary>
    /// What the table's change stream carries, for handlers marked with <see cref="StreamHandlerAttribute{TTable}"/>. Default
    /// <see cref="StreamView.None"/>: no stream.
    /// </summary>
    public StreamView Stream { get; init; }
}
