namespace DynamoGen;

/// <summary>
/// Marks a partial class whose methods handle the changes of a table's items. The generator writes the dispatch: it reads the images, tells
/// entities apart and calls the method for what happened.
/// </summary>
/// <typeparam name="TTable">The class marked with <see cref="TableAttribute"/>, whose <see cref="TableAttribute.Stream"/> carries the images.</typeparam>
/// <remarks>
/// <para>A method's name begins with what it handles, and its parameters say for which entity:</para>
/// <list type="bullet">
/// <item><c>Inserted(Order order, ...)</c>: an item is new.</item>
/// <item><c>Modified(Order before, Order after, ...)</c> or <c>Modified(Order after, ...)</c>: an item differs from what it was.</item>
/// <item><c>Removed(Order order, ...)</c>: an item is gone.</item>
/// <item><c>Other(StreamRecord record, ...)</c>: the item is of no entity that the class handles, such as the marker of a unique value.</item>
/// </list>
/// <para>
/// Behind the entities stand, in any order and as needed, a <see cref="Streams.StreamChange"/>, a <see cref="CancellationToken"/>, for a removal a
/// <see cref="Streams.RemovalCause"/>, and for a modification the generated changes of the entity, such as <c>OrderChanges</c>. Each method returns
/// <see cref="ValueTask"/> or <see cref="Task"/>.
/// </para>
/// <para>An item that was replaced by one of another entity was removed as the one and inserted as the other.</para>
/// <para>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html">Change data capture for DynamoDB Streams</see>.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StreamHandlerAttribute<TTable> : Attribute
    where TTable : class
{
    /// <summary>
    /// The name by which fences, failed records and metrics know the handler; by default that of the class. Whoever changes it begins anew.
    /// </summary>
    public string? Name { get; init; }
}
