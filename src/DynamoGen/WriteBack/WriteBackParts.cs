using DynamoGen.Repositories;
using Microsoft.Extensions.Logging;

namespace DynamoGen.WriteBack;

/// <summary>What the queues of a client write by.</summary>
/// <param name="context">Sends the writes; it is asked for when the first item is written, because it reads through the queues.</param>
internal sealed class WriteBackParts(Func<RepositoryContext> context)
{
    public RepositoryContext Context => context();

    public required DynamoGenOptions Options { get; init; }

    public required WriteBackInstruments Instruments { get; init; }

    public required ILogger Logger { get; init; }

    public required TimeProvider TimeProvider { get; init; }
}
