using DynamoGen.Transport.Direct;

namespace DynamoGen.Streams.Sinks.Services;

/// <summary>An event on its way.</summary>
/// <param name="Index">The place of its change in what the sink was given.</param>
/// <param name="Event">The event.</param>
/// <param name="Change">The change that it was made of.</param>
/// <param name="Item">The key of the changed item, as a text that is the same for the same item; empty where order is not kept.</param>
/// <param name="Size">Its bytes, as the service counts them.</param>
internal sealed record Entry<TEvent>(int Index, TEvent Event, StreamChange Change, string Item, long Size);

/// <summary>Why a service did not take an entry, and what kind of fault that is; a default one means that it took it.</summary>
internal readonly record struct EntryFailure(Exception? Reason, FaultKind Kind)
{
    public bool IsTaken => Reason is null;
}
