using System.Collections.Concurrent;
using System.Text;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Caching;

/// <summary>Sends each request on and remembers it.</summary>
internal sealed class CountingTransport(ITransport inner) : ITransport
{
    private readonly ConcurrentQueue<string> _gets = new();

    /// <summary>The GetItem requests that were sent.</summary>
    public IReadOnlyCollection<string> Gets => _gets;

    public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        if (request.Operation == DynamoOperation.GetItem)
        {
            _gets.Enqueue(Encoding.UTF8.GetString(request.Body.Span));
        }

        return inner.SendAsync(request, cancellationToken);
    }
}
