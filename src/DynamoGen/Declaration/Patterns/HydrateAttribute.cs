namespace DynamoGen;

/// <summary>
/// Makes a query on an index that does not hold whole items yield whole entities nevertheless: it queries the index for keys and reads the items from
/// the table, in the query's order.
/// </summary>
/// <remarks>
/// It costs the Query of the index and, for each item, a read of the table: half a read capacity unit for each 4 KB. On a global index the items are
/// read by BatchGetItem, up to 100 a request; one that was deleted since the index was written is left out, so that a page may be shorter than its
/// limit. On a local index DynamoDB itself reads the table. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.Projections">projections and fetches</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class HydrateAttribute : Attribute;
