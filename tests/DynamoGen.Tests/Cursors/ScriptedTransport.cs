using System.Buffers;
using System.Text;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Cursors;

/// <summary>Answers each request by a function of its text.</summary>
internal sealed class ScriptedTransport(Func<string, string> answer) : ITransport
{
    public List<string> Requests { get; } = [];

    public ValueTask<TransportResponse> SendAsync(TransportRequest sent, CancellationToken cancellationToken)
    {
        var request = Encoding.UTF8.GetString(sent.Body.Span);
        lock (Requests)
        {
            Requests.Add(request);
        }

        var response = Encoding.UTF8.GetBytes(answer(request));
        var rented = ArrayPool<byte>.Shared.Rent(response.Length);
        response.CopyTo(rented, 0);
        return ValueTask.FromResult(new TransportResponse(rented, response.Length));
    }
}
