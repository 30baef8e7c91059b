using System.Text;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Versions;

/// <summary>Does something else before each request that brings an item up to date.</summary>
internal sealed class Interloper(ITransport inner, Func<Task> interlope) : ITransport
{
    public int Upgrades { get; private set; }

    public async ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        if (Encoding.UTF8.GetString(request.Body.Span).Contains(":o0", StringComparison.Ordinal))
        {
            Upgrades++;
            await interlope();
        }

        return await inner.SendAsync(request, cancellationToken);
    }
}
