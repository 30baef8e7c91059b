using System.Buffers;
using System.Text;
using System.Text.Json;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Testing;

/// <summary>A transport that reaches nothing and says yes to all: writes are done, and reads find nothing.</summary>
internal sealed class AgreeingTransport : ITransport
{
    public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answer = Encoding.UTF8.GetBytes(request.Operation == DynamoOperation.TransactGetItems ? NothingFound(request.Body) : "{}");
        var rented = ArrayPool<byte>.Shared.Rent(answer.Length);
        answer.CopyTo(rented, 0);
        return ValueTask.FromResult(new TransportResponse(rented, answer.Length));
    }

    private static string NothingFound(ReadOnlyMemory<byte> body)
    {
        using var request = JsonDocument.Parse(body);
        var count = request.RootElement.GetProperty("TransactItems").GetArrayLength();
        return $$"""{"Responses":[{{string.Join(',', Enumerable.Repeat("{}", count))}}]}""";
    }
}
