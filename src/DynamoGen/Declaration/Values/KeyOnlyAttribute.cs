namespace DynamoGen;

/// <summary>
/// Stores a property in the primary key alone: it has no attribute of its own, and is read back from the key, as from <c>ORDER#{Number}</c>.
/// </summary>
/// <remarks>
/// The table's own key must have all of the value: a text as it is, a number, an enum, a Guid, a date, a time to its last tick. It is given as a part of the
/// key; no condition, filter, update or projection can name it, since DynamoDB has no attribute for it. An item whose key has another form throws an
/// <see cref="ItemFormatException"/> when it is read. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.CoreComponents.html#HowItWorks.CoreComponents.PrimaryKey">primary
/// key</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyOnlyAttribute : Attribute;
