namespace DynamoGen;

/// <summary>How a table's read and write capacity is paid for.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html">DynamoDB throughput capacity</see>.</remarks>
public enum BillingMode
{
    /// <summary>Pay for each request (<c>PAY_PER_REQUEST</c>).</summary>
    OnDemand,

    /// <summary>Pay for reserved capacity units a second (<c>PROVISIONED</c>).</summary>
    Provisioned,
}
