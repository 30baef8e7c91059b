namespace DynamoGen;

/// <summary>
/// Sets a text to a new mark with each write, updates of some attributes included: the region's short name and a counter of the write, 16 bytes for most
/// regions. With <see cref="LineageBaseAttribute"/>, the change stream of each region shows which updates were lost. The property is a <c>string?</c> of a
/// record.
/// </summary>
/// <remarks>
/// A write is based on the mark of the entity that it was given, so that a caller who writes twice goes on with what the first write returned. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LineageMarkAttribute : Attribute;
