namespace DynamoGen;

/// <summary>
/// Makes a method a PutItem of the whole entity if there is such an item, as one whose name begins with <c>Replace</c> is.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</see>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReplaceAttribute : Attribute;
