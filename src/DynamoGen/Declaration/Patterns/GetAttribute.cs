namespace DynamoGen;

/// <summary>
/// Makes a method a GetItem, whatever it is called: it returns the entity or null by the whole primary key, or many of them for a sequence of primary keys,
/// or a <see cref="DynamoGen.Transactions.ReadAction{TEntity}"/>. A method of such a return type is one without the attribute too, unless its name
/// sounds like a write.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html">GetItem</see>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GetAttribute : Attribute;
