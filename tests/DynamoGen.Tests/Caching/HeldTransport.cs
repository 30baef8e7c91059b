using System.Buffers;
using System.Text;
using System.Threading.Channels;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Caching;

/// <summary>Holds each request until the test answers it.</summary>
internal sealed class HeldTransport : ITransport
{
    private readonly Channel<HeldRequest> _sent = Channel.CreateUnbounded<HeldRequest>();

    /// <summary>How many requests nobody has looked at.</summary>
    public int Waiting => _sent.Reader.Count;

    public async Task<HeldRequest> Next() => await _sent.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        var held = new HeldRequest(Encoding.UTF8.GetString(request.Body.Span));
        Assert.True(_sent.Writer.TryWrite(held));
        return new ValueTask<TransportResponse>(held.Response);
    }
}

/// <summary>One request without an answer yet.</summary>
internal sealed class HeldRequest(string body)
{
    private readonly TaskCompletionSource<TransportResponse> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Body => body;

    public bool IsConsistent => body.Contains("\"ConsistentRead\":true", StringComparison.Ordinal);

    public Task<TransportResponse> Response => _response.Task;

    public void Answer(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var rented = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(rented, 0);
        _response.SetResult(new TransportResponse(rented, bytes.Length));
    }

    /// <summary>Answers with a product of shop a, id 1.</summary>
    public void AnswerItem(long revision) => Answer($$"""
        { "Item": {
            "pk": { "S": "SHOP#a" }, "sk": { "S": "PRODUCT#1" }, "_t": { "S": "Product" }, "_v": { "N": "1" },
            "Shop": { "S": "a" }, "Id": { "S": "1" }, "Title": { "S": "title" }, "Revision": { "N": "{{revision}}" }
        } }
        """);

    public void Fail(Exception exception) => _response.SetException(exception);
}
