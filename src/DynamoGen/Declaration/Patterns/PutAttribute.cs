namespace DynamoGen;

/// <summary>
/// Makes a method a PutItem of the whole entity, whether or not there is an item, as one whose name begins with <c>Put</c> is; with a sequence of
/// entities it is a batch.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</see>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PutAttribute : Attribute;
