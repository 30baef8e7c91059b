namespace DynamoGen;

/// <summary>
/// Makes a method a DeleteItem by the entity or its key, as one whose name begins with <c>Delete</c> is; with a sequence of primary keys it is a batch.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html">DeleteItem</see>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeleteAttribute : Attribute;
