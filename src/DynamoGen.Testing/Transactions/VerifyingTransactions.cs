using System.Buffers;
using System.Text;
using System.Text.Json;
using DynamoGen.Schema;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Testing;

/// <summary>The real transactions over a transport that says yes to all: what they refuse, they refuse before that.</summary>
internal sealed class VerifyingTransactions
{
    public VerifyingTransactions()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITransport>(new AgreeingTransport());
        services.AddDynamoGen();
        Transactions = services.BuildServiceProvider().GetRequiredService<ITransactions>();
    }

    public ITransactions Transactions { get; }

    private sealed class AgreeingTransport : ITransport
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
}
