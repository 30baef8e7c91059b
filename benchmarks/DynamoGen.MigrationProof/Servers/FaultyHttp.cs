using System.Net;
using System.Net.Http.Headers;
using Amazon.Runtime;

namespace DynamoGen.MigrationProof.Servers;

/// <summary>
/// Below the SDK, so that all requests of a process go through it: some are throttled and do not reach the server, and the answers of others are lost.
/// </summary>
/// <param name="throttled">The share of the requests that are throttled.</param>
/// <param name="lost">The share of the requests whose answer is lost.</param>
internal sealed class FaultyHttp(double throttled, double lost) : HttpClientFactory
{
    private const string Refusal =
        """{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"Throttled at random."}""";

    private int _throttled;
    private int _lost;

    /// <summary>How many requests were throttled, and how many answers were lost, since the last call.</summary>
    public (int Throttled, int Lost) Take() => (Interlocked.Exchange(ref _throttled, 0), Interlocked.Exchange(ref _lost, 0));

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    private HttpResponseMessage Throttle(HttpRequestMessage request)
    {
        Interlocked.Increment(ref _throttled);
        return new HttpResponseMessage(HttpStatusCode.BadRequest)
        {
            RequestMessage = request,
            Content = new StringContent(Refusal, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
    }

    private sealed class Handler(FaultyHttp faults) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Random.Shared.NextDouble() < faults.ThrottledShare)
            {
                return faults.Throttle(request);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (Random.Shared.NextDouble() >= faults.LostShare)
            {
                return response;
            }

            Interlocked.Increment(ref faults._lost);
            response.Dispose();
            throw new HttpRequestException("The answer was lost at random.", new IOException("The connection was reset."));
        }
    }

    private double ThrottledShare => throttled;

    private double LostShare => lost;
}
