namespace DynamoGen;

/// <summary>
/// Makes a method a PutItem of the whole entity if there is no such item, as one whose name begins with <c>Create</c> is.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</see>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CreateAttribute : Attribute;
