using System.Globalization;
using Amazon.DynamoDBv2;
using DynamoGen.Schema;
using DynamoGen.Transport.Direct;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Transport;

/// <summary>The attempts and pauses of one request, under a virtual clock with a random number that is always one half; a pause is a whole number of milliseconds.</summary>
public sealed class DirectRetryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    private const string Transient = "500:InternalServerError";
    private const string Throttled = "400:ThrottlingException";

    /// <summary>Faults in turn, the pauses between the attempts in milliseconds, whether it succeeds, and the tokens that are left of 500.</summary>
    public static TheoryData<string, string, bool, int> Scripts => new()
    {
        { "", "", true, 500 },
        { Transient, "12", true, 500 },
        { $"{Transient} {Transient}", "12 25", true, 486 },
        { $"{Transient} {Transient} {Transient}", "12 25 50", true, 472 },
        { $"{Transient} {Transient} {Transient} {Transient}", "12 25 50", false, 458 },
        { Throttled, "500", true, 500 },
        { $"{Throttled} {Throttled}", "500 1000", true, 495 },
        { $"{Throttled} {Throttled} {Throttled}", "500 1000 2000", true, 490 },
        { $"{Throttled} {Throttled} {Throttled} {Throttled}", "500 1000 2000", false, 485 },
        { $"{Transient} {Throttled}", "12 1000", true, 486 },
        { $"{Throttled} {Transient}", "500 25", true, 495 },
        { $"{Throttled} {Transient} {Throttled}", "500 25 2000", true, 481 },
        { "400:ProvisionedThroughputExceededException", "500", true, 500 },
        { "400:RequestLimitExceeded", "500", true, 500 },
        { "400:TransactionInProgressException", "500", true, 500 },
        { "429:SomethingElse", "500", true, 500 },
        { "503:SlowDown", "500", true, 500 },
        { "502:Unknown", "12", true, 500 },
        { "503:Unknown", "12", true, 500 },
        { "504:Unknown", "12", true, 500 },
        { "400:RequestTimeout", "12", true, 500 },
        { "io", "12", true, 500 },
        { "connect", "12", true, 500 },
        { "io io io io", "12 25 50", false, 458 },
        { "400:ValidationException", "", false, 500 },
        { "400:ConditionalCheckFailedException", "", false, 500 },
        { "400:ResourceNotFoundException", "", false, 500 },
        { "400:AccessDeniedException", "", false, 500 },
        { $"{Transient} 400:ValidationException", "12", false, 486 },
        { "501:NotImplemented", "", false, 500 },
        { Throttled + ":100", "500", true, 500 },
        { Throttled + ":2000", "2000", true, 500 },
        { Throttled + ":9000", "5500", true, 500 },
        { Transient + ":100", "100", true, 500 },
        { Transient + ":nonsense", "12", true, 500 },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_of_faults_has_these_attempts_pauses_and_tokens(string faults, string pauses, bool succeeds, int tokens)
    {
        var (server, transport) = Connect(faults);
        using var ended = transport;

        Assert.Equal(succeeds, await SucceedsAsync(transport));
        var expected = pauses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture));
        Assert.Equal(expected, server.Times.Zip(server.Times.Skip(1), (first, next) => (next - first).TotalMilliseconds));
        Assert.Equal(tokens, transport.RetryTokens);
    }

    [Fact]
    public async Task Without_tokens_nothing_is_tried_again()
    {
        var (server, transport) = Connect(string.Join(' ', Enumerable.Repeat(Transient, 400)));
        using var ended = transport;
        while (transport.RetryTokens >= RetryRules.CostOfTransient)
        {
            Assert.False(await SucceedsAsync(transport));
        }

        var before = server.Times.Count;
        Assert.False(await SucceedsAsync(transport));

        Assert.Equal(1, server.Times.Count - before);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(9, 10)]
    public async Task The_configuration_says_how_often_a_request_is_sent(int retries, int attempts)
    {
        var (server, transport) = Connect(string.Join(' ', Enumerable.Repeat(Transient, 20)), config => config.MaxErrorRetry = retries);
        using var ended = transport;

        Assert.False(await SucceedsAsync(transport));

        Assert.Equal(attempts, server.Times.Count);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_corrected_from_the_answer_and_kept()
    {
        var (server, transport) = Connect("403:InvalidSignatureException");
        using var ended = transport;
        server.Skew = TimeSpan.FromMinutes(-30);

        Assert.True(await SucceedsAsync(transport));
        Assert.True(await SucceedsAsync(transport));

        Assert.Equal(["20261128T120000Z", "20261128T113000Z", "20261128T113000Z"], server.Dates);
    }

    [Fact]
    public async Task A_refusal_at_the_right_time_is_not_put_down_to_the_clock()
    {
        var (server, transport) = Connect("403:InvalidSignatureException");
        using var ended = transport;

        Assert.False(await SucceedsAsync(transport));

        Assert.Single(server.Times);
    }

    [Fact]
    public async Task Cancellation_ends_a_pause()
    {
        var (server, transport) = Connect($"{Throttled} {Throttled}", clock: new FakeTimeProvider(Noon));
        using var ended = transport;
        using var cancellation = new CancellationTokenSource();

        var call = SendAsync(transport, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(server.Times);
    }

    private static (ScriptedServer Server, DirectTransport Transport) Connect(
        string faults, Action<AmazonDynamoDBConfig>? configure = null, TimeProvider? clock = null)
    {
        clock ??= new JumpingClock(Noon);
        var server = new ScriptedServer(clock, [.. faults.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Fault)]);
        var config = new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "eu-west-1" };
        configure?.Invoke(config);
        return (server, new DirectTransport(config, CannedTransport.Credentials, null, clock, server, new Half()));
    }

    private static ScriptedFault Fault(string text)
    {
        var parts = text.Split(':');
        return parts[0] switch
        {
            "io" => new ScriptedFault(0, string.Empty, Exception: new IOException("The connection was reset.")),
            "connect" => new ScriptedFault(0, string.Empty, Exception: new HttpRequestException("No connection could be made.")),
            _ => new ScriptedFault(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts.ElementAtOrDefault(2)),
        };
    }

    private static async Task SendAsync(DirectTransport transport, CancellationToken cancellationToken = default)
    {
        using var response = await transport.SendAsync(new(DynamoOperation.GetItem, "orders", "{}"u8.ToArray()), cancellationToken);
    }

    /// <summary>Whether a call succeeds; how else it ends is no matter here.</summary>
    private static async Task<bool> SucceedsAsync(DirectTransport transport)
    {
        try
        {
            await SendAsync(transport);
            return true;
        }
        catch (Exception failed) when (failed is AmazonDynamoDBException or IOException or HttpRequestException)
        {
            return false;
        }
    }

    private sealed class Half : Random
    {
        public override double NextDouble() => 0.5;
    }
}
