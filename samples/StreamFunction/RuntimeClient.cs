using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace OrderFunction;

/// <summary>
/// The API of AWS Lambda for runtimes: <see href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">custom runtimes</see>.
/// </summary>
/// <param name="address">Host and port, as <c>AWS_LAMBDA_RUNTIME_API</c> has them.</param>
internal sealed class RuntimeClient(string address) : IDisposable
{
    /// <summary>An instance is frozen while it waits for its next event, for as long as that takes.</summary>
    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://{address}/2018-06-01/runtime/"), Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Waits for the next event.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before there was one.</exception>
    public async Task<Invocation> NextAsync(CancellationToken ending)
    {
        using var answer = await _http.GetAsync(new Uri("invocation/next", UriKind.Relative), ending);
        answer.EnsureSuccessStatusCode();
        var requestId = answer.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        var deadline = long.Parse(answer.Headers.GetValues("Lambda-Runtime-Deadline-Ms").Single(), CultureInfo.InvariantCulture);
        var content = new MemoryStream();
        await answer.Content.CopyToAsync(content);
        content.Position = 0;
        return new Invocation(requestId, DateTimeOffset.FromUnixTimeMilliseconds(deadline), content);
    }

    /// <summary>Sends what the function answered.</summary>
    public Task RespondAsync(string requestId, Stream answer) => PostAsync($"invocation/{requestId}/response", new StreamContent(answer), errorType: null);

    /// <summary>Reports that the function failed as a whole, so that the service sends the batch again.</summary>
    public async Task FailAsync(string requestId, Exception failure)
    {
        using var content = new MemoryStream();
        await using (var json = new Utf8JsonWriter(content))
        {
            json.WriteStartObject();
            json.WriteString("errorMessage", failure.Message);
            json.WriteString("errorType", failure.GetType().Name);
            json.WriteStartArray("stackTrace");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        content.Position = 0;
        await PostAsync($"invocation/{requestId}/error", new StreamContent(content), failure.GetType().Name);
    }

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(string path, HttpContent content, string? errorType)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        if (errorType is not null)
        {
            request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
        }

        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
