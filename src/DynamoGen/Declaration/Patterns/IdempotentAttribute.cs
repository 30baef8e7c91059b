namespace DynamoGen;

/// <summary>
/// Makes a write a transaction of one action with an idempotency token, so that it is applied once however often it has to be sent: for an update that adds,
/// which otherwise is not sent again where its answer was lost. It takes twice the write capacity.
/// </summary>
/// <remarks>
/// DynamoDB remembers a token for 10 minutes. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IdempotentAttribute : Attribute;
