namespace DynamoGen;

/// <summary>
/// Sets a text with each write to the <see cref="LineageMarkAttribute">mark</see> of the version that the write was based on: that of the entity that was
/// given, or, for an update of some attributes, that of the item as it was. It is <c>-</c> where there was no item or none with a mark, and null for a put of
/// an entity that was not read. The property is a <c>string?</c> of a record.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LineageBaseAttribute : Attribute;
