using System.Net;

namespace DynamoGen.Tests.Transport;

/// <summary>Answers requests without a network, by a script of faults; after its end everything succeeds.</summary>
internal sealed class ScriptedServer(TimeProvider clock, params ScriptedFault[] faults) : HttpMessageHandler
{
    private readonly Queue<ScriptedFault> _faults = new(faults);

    /// <summary>When each request came.</summary>
    public List<DateTimeOffset> Times { get; } = [];

    /// <summary>The server's clock, where it differs.</summary>
    public TimeSpan Skew { get; set; }

    public List<string> Dates { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Times.Add(clock.GetUtcNow());
        Dates.Add(request.Headers.GetValues("X-Amz-Date").Single());
        var fault = _faults.TryDequeue(out var next) ? next : new ScriptedFault(200, string.Empty);
        if (fault.Exception is { } exception)
        {
            return Task.FromException<HttpResponseMessage>(exception);
        }

        var response = new HttpResponseMessage((HttpStatusCode)fault.Status)
        {
            Content = new StringContent(fault.Status == 200 ? "{}" : $$"""{"__type":"x#{{fault.Code}}","message":"m"}"""),
        };
        response.Headers.Date = clock.GetUtcNow() + Skew;
        if (fault.RetryAfter is { } milliseconds)
        {
            response.Headers.TryAddWithoutValidation("x-amz-retry-after", milliseconds);
        }

        return Task.FromResult(response);
    }
}

/// <summary>One answer of a script: an error response, or no answer at all.</summary>
internal sealed record ScriptedFault(int Status, string Code, string? RetryAfter = null, Exception? Exception = null);
