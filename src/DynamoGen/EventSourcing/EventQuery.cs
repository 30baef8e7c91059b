namespace DynamoGen.EventSourcing;

/// <summary>Events that have one of some types <b>and</b> one of some tags.</summary>
/// <param name="Types">The types, as <c>EventStore.TypeOf</c> names them; at least one.</param>
/// <param name="Tags">The tags; at least one.</param>
/// <remarks>Each pair of a type and a tag is a request when the query is read, and an action of the transaction that appends on its condition.</remarks>
public sealed record EventQuery(IReadOnlyCollection<string> Types, IReadOnlyCollection<string> Tags);
