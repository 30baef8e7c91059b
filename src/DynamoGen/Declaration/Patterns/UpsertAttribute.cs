namespace DynamoGen;

/// <summary>
/// Makes a method write an item whether or not there is one, as one whose name begins with <c>Upsert</c> does: the whole entity, or with an
/// <see cref="UpdateAttribute"/> some attributes of it.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html">UpdateItem</see>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UpsertAttribute : Attribute;
