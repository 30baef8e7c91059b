using Amazon.Runtime;

namespace DynamoGen.Tests.Errors;

/// <summary>Below the SDK: every first of two requests reaches the server, but its answer is lost, so that the SDK sends it again.</summary>
internal sealed class LostAnswers : HttpClientFactory
{
    private int _requests;

    /// <summary>How many answers were lost.</summary>
    public int Count => (_requests + 1) / 2;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    private sealed class Handler(LostAnswers owner) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref owner._requests);
            var response = await base.SendAsync(request, cancellationToken);
            if (number % 2 == 0)
            {
                return response;
            }

            response.Dispose();
            throw new HttpRequestException("The connection was reset.", new IOException("The connection was reset."));
        }
    }
}
