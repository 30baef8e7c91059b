using System.Collections.Concurrent;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.EventSourcing.Tests;

/// <summary>What becomes of a request on its way.</summary>
internal enum RequestFate
{
    Answered,
    AnswerLost,
    RequestLost,
}

/// <summary>Loses requests or answers as a test says, and counts what was sent.</summary>
internal sealed class FaultyTransport(ITransport inner) : ITransport
{
    private readonly ConcurrentQueue<DynamoOperation> _sent = new();

    /// <summary>What becomes of each request.</summary>
    public Func<DynamoOperation, RequestFate> Fate { get; set; } = static _ => RequestFate.Answered;

    /// <summary>What was sent since the last call.</summary>
    public IReadOnlyList<DynamoOperation> TakeSent()
    {
        var taken = new List<DynamoOperation>();
        while (_sent.TryDequeue(out var operation))
        {
            taken.Add(operation);
        }

        return taken;
    }

    public async ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        _sent.Enqueue(request.Operation);
        var fate = Fate(request.Operation);
        if (fate == RequestFate.Answered)
        {
            return await inner.SendAsync(request, cancellationToken);
        }

        if (fate == RequestFate.AnswerLost)
        {
            (await inner.SendAsync(request, cancellationToken)).Dispose();
        }

        var lost = new IOException("The connection was lost.");
        AppliedAttempt.Mark(lost);
        throw lost;
    }
}
