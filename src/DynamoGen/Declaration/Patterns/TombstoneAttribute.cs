namespace DynamoGen;

/// <summary>
/// Makes a delete of one item an UpdateItem that lets the item expire now, so that it keeps what each write stamps, by which other regions tell a lost
/// update and a late writer is refused. The entity has a property with <see cref="TimeToLiveAttribute"/>, whose value becomes the time of the call, in whole
/// seconds.
/// </summary>
/// <remarks>
/// Reads, conditions and writes take the item for absent at once; DynamoDB removes it within a few days. It makes no item where there is none. It costs the
/// write units of an update; see
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html">how Time to Live works</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TombstoneAttribute : Attribute;
