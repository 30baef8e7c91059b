namespace DynamoGen;

/// <summary>
/// Makes a method that returns <see cref="bool"/> the question whether there is an item, as one whose name begins with <c>Exists</c> is: by the whole primary
/// key, or any that a Query finds.
/// </summary>
/// <remarks>
/// It reads no more than a key, and costs what reading the item costs. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html">GetItem</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExistsAttribute : Attribute;
