using System.Collections.Concurrent;
using System.Net;
using Amazon.Runtime;

namespace DynamoGen.Tests.Transport;

/// <summary>Answers every request with an empty success and remembers what would have been sent; the same for the SDK's client and for a handler.</summary>
internal sealed class RecordedRequests : HttpMessageHandler
{
    private readonly ConcurrentQueue<RecordedRequest> _all = [];

    public IReadOnlyList<RecordedRequest> All => [.. _all];

    public HttpClientFactory ForTheSdk => new Factory(this);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var authorization = request.Headers.GetValues("Authorization").Single();
        var credential = authorization.Split("Credential=")[1].Split(',')[0].Split('/');
        _all.Enqueue(new RecordedRequest(
            request.RequestUri!.AbsoluteUri,
            request.Headers.Host ?? request.RequestUri.Authority,
            credential[0],
            string.Join('/', credential[2..]),
            authorization));
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent("{}"u8.ToArray()) });
    }

    private sealed class Factory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);
    }
}

/// <summary>Where a request went and what it was signed with: the access key and the region, service and kind of its scope.</summary>
internal sealed record RecordedRequest(string Uri, string Host, string AccessKey, string Scope, string Authorization);
