using System.Net;
using Amazon.Runtime;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>What refusals and faults of SNS end with, and which of them are tried again.</summary>
public sealed class SnsFaultTests : IAsyncDisposable
{
    private readonly ScriptedSns _sns = new();

    /// <summary>Faults after which another attempt follows.</summary>
    public static TheoryData<string> Passing => [.. PassingFaults.Keys];

    private static Dictionary<string, Func<CannedResponse>> PassingFaults { get; } = new()
    {
        ["throttled"] = static () => CannedResponse.Of(429, SnsAnswer.Error("Throttled")),
        ["throttled as others are"] = static () => CannedResponse.Of(400, SnsAnswer.Error("Throttling")),
        ["server error"] = static () => CannedResponse.Of(500, SnsAnswer.Error("InternalError", "Receiver")),
        ["unavailable"] = static () => CannedResponse.Of(503, "<html>"),
        ["cut short"] = static () => CannedResponse.Truncated(new byte[100], 40),
        ["reset"] = CannedResponse.Reset,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _sns.DisposeAsync();

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_is_tried_again_twice(string fault)
    {
        using var sink = _sns.Connect();
        _sns.Answer(PassingFaults[fault](), PassingFaults[fault]());

        Assert.Empty(await sink.DeliverAsync(Changes.Of("a"), Cancellation));
        Assert.Equal(3, _sns.Requests.Count);
    }

    [Theory]
    [InlineData(429, "Throttled", 3, 2000)]
    [InlineData(500, "InternalError", 3, 100)]
    [InlineData(400, "KMSDisabled", 1, 0)]
    [InlineData(404, "NotFound", 1, 0)]
    public async Task A_refusal_that_stays_ends_with_the_services_code_and_status(int status, string code, int attempts, int longestPause)
    {
        using var sink = _sns.Connect();
        _sns.Answer([.. Enumerable.Range(0, attempts).Select(_ => CannedResponse.Of(status, SnsAnswer.Error(code)))]);

        var refused = await Assert.ThrowsAsync<AwsServiceException>(async () => await sink.DeliverAsync(Changes.Of("a"), Cancellation));

        Assert.Equal(
            ("SNS", code, (HttpStatusCode)status, ErrorType.Sender, "The message & more.", "REQUEST-X"),
            (refused.Service, refused.ErrorCode, refused.StatusCode, refused.ErrorType, refused.Message, refused.RequestId));
        Assert.Equal(attempts, _sns.Requests.Count);
        Assert.All(_sns.Time.Delays, pause => Assert.InRange(pause.TotalMilliseconds, 0, longestPause));
    }

    [Theory]
    [InlineData("<html><body>Bad gateway")]
    [InlineData("")]
    [InlineData("""<!DOCTYPE a [<!ENTITY x "x">]><ErrorResponse><Error><Code>&x;</Code></Error></ErrorResponse>""")]
    public async Task An_error_that_is_none_of_the_service_has_its_status_only(string body)
    {
        using var sink = _sns.Connect();
        _sns.Answer(CannedResponse.Of(403, body));

        var refused = await Assert.ThrowsAsync<AwsServiceException>(async () => await sink.DeliverAsync(Changes.Of("a"), Cancellation));

        Assert.Equal((HttpStatusCode.Forbidden, null, "REQUEST-1"), (refused.StatusCode, refused.ErrorCode, refused.RequestId));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("<Other/>")]
    public async Task An_answer_that_is_none_is_told(string body)
    {
        using var sink = _sns.Connect();
        _sns.Answer(CannedResponse.Of(200, body));

        await Assert.ThrowsAsync<AwsServiceException>(async () => await sink.DeliverAsync(Changes.Of("a"), Cancellation));
    }

    [Fact]
    public async Task A_redirection_is_told_and_not_followed()
    {
        using var sink = _sns.Connect();
        _sns.Answer(CannedResponse.Moved(301, "http://127.0.0.1:1/"));

        var refused = await Assert.ThrowsAsync<AwsServiceException>(async () => await sink.DeliverAsync(Changes.Of("a"), Cancellation));

        Assert.Equal(HttpStatusCode.MovedPermanently, refused.StatusCode);
        Assert.Contains("SNS never gives", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_have_expired_are_told_and_the_next_delivery_asks_for_new_ones()
    {
        var credentials = new Rotating();
        using var sink = _sns.Connect(credentials: credentials);
        _sns.Answer(CannedResponse.Of(403, SnsAnswer.Error("ExpiredToken")));

        var refused = await Assert.ThrowsAsync<AwsServiceException>(async () => await sink.DeliverAsync(Changes.Of("a"), Cancellation));
        Assert.Empty(await sink.DeliverAsync(Changes.Of("a"), Cancellation));

        Assert.Equal(("ExpiredToken", HttpStatusCode.Forbidden), (refused.ErrorCode, refused.StatusCode));
        Assert.Equal(["token-1", "token-2"], _sns.Requests.Select(request => request.Headers["X-Amz-Security-Token"]));
    }

    [Fact]
    public async Task A_delivery_that_is_cancelled_ends_so()
    {
        using var sink = _sns.Connect();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await sink.DeliverAsync(Changes.Of("a"), cancelled.Token));
        Assert.Empty(_sns.Requests);
    }

    private sealed class Rotating : AWSCredentials
    {
        private int _asked;

        public override ImmutableCredentials GetCredentials() => new("access", "secret", $"token-{Interlocked.Increment(ref _asked)}");
    }
}
