using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Schema;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Transport;

/// <summary>Credentials that are refreshed, expire, change, or cannot be had.</summary>
public sealed class DirectCredentialsTests
{
    [Fact]
    public async Task A_thousand_calls_during_a_refresh_wait_for_one_without_a_thread()
    {
        var session = new Session();
        var refresh = session.Hold();
        var requests = new RecordedRequests();
        using var transport = Direct(session, requests);

        // This thread starts all of them, so that none of them has kept it.
        var calls = Enumerable.Range(0, 1000).Select(_ => SendAsync(transport)).ToList();

        Assert.DoesNotContain(calls, call => call.IsCompleted);
        Assert.Empty(requests.All);
        refresh.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(1, session.Refreshes);
        Assert.Equal(1000, requests.All.Count(request => request.AccessKey == "key1"));
    }

    [Fact]
    public async Task A_thousand_calls_after_credentials_expired_refresh_them_once()
    {
        var session = new Session();
        var requests = new RecordedRequests();
        using var transport = Direct(session, requests);
        await SendAsync(transport);
        session.ClearCredentials();
        var refresh = session.Hold();

        var calls = Enumerable.Range(0, 1000).Select(_ => SendAsync(transport)).ToList();
        refresh.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(2, session.Refreshes);
        Assert.Equal(1000, requests.All.Count(request => request.AccessKey == "key2"));
    }

    [Fact]
    public async Task Cancellation_ends_one_call_that_waits_for_a_refresh_and_no_other()
    {
        var session = new Session();
        var refresh = session.Hold();
        var requests = new RecordedRequests();
        using var transport = Direct(session, requests);
        using var cancellation = new CancellationTokenSource();
        var other = SendAsync(transport);
        var cancelled = SendAsync(transport, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(other.IsCompleted);
        refresh.SetResult();
        await other;
        Assert.Single(requests.All);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refresh_that_fails_ends_the_call_and_the_next_one_tries_again(bool isDirect)
    {
        await using var server = new CannedServer(CannedResponse.Ok("{}"));
        var session = new Session(mayBlock: !isDirect);
        session.Fail(new AmazonClientException("No credentials."));
        var transport = Connect(isDirect, server, session);
        using var ended = (IDisposable)transport;

        var failed = await Assert.ThrowsAnyAsync<AmazonClientException>(() => SendAsync(transport));
        Assert.Equal("No credentials.", failed.Message);
        Assert.Empty(server.Requests);
        Assert.Equal(1, session.Refreshes);
        await SendAsync(transport);

        Assert.Contains("Credential=key2/", Assert.Single(server.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task A_refresh_that_fails_after_a_lost_answer_tells_that_the_write_may_have_been_applied()
    {
        await using var server = new CannedServer(CannedResponse.Truncated(new byte[100], 10));
        var failing = new Sequence(new ImmutableCredentials("key1", "secret", null), null);
        using var transport = new DirectTransport(CannedTransport.Config(server), failing);

        var failed = await Assert.ThrowsAsync<AmazonClientException>(() => SendAsync(transport, operation: DynamoOperation.PutItem));

        Assert.True(AppliedAttempt.IsIn(failed));
    }

    [Theory]
    [InlineData(false, "ExpiredTokenException", 400)]
    [InlineData(true, "ExpiredTokenException", 400)]
    [InlineData(false, "ExpiredToken", 400)]
    [InlineData(true, "ExpiredToken", 400)]
    [InlineData(false, "UnrecognizedClientException", 400)]
    [InlineData(true, "UnrecognizedClientException", 400)]
    [InlineData(false, "ExpiredTokenException", 403)]
    [InlineData(true, "ExpiredTokenException", 403)]
    public async Task Credentials_that_expire_in_flight_end_the_call_without_another_attempt(bool isDirect, string code, int status)
    {
        await using var server = new CannedServer(CannedResponse.Error(status, code), CannedResponse.Ok("{}"));
        var session = new Session(mayBlock: !isDirect);
        var transport = Connect(isDirect, server, session);
        using var ended = (IDisposable)transport;

        var refused = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => SendAsync(transport, operation: DynamoOperation.PutItem));
        Assert.Equal(code, refused.ErrorCode);
        Assert.False(AppliedAttempt.IsIn(refused));
        Assert.Single(server.Requests);
        session.ClearCredentials();
        await SendAsync(transport);

        Assert.Equal(["token1", "token2"], server.Requests.Select(request => request.Headers["X-Amz-Security-Token"]));
    }

    [Fact]
    public async Task A_retry_is_signed_with_the_credentials_of_its_own_time()
    {
        await using var server = new CannedServer(CannedResponse.Truncated(new byte[100], 10), CannedResponse.Ok("{}"));
        var changing = new Sequence(new ImmutableCredentials("key1", "secret1", "token1"), new ImmutableCredentials("key2", "secret2", null));
        using var direct = new DirectTransport(CannedTransport.Config(server), changing);

        await SendAsync(direct);

        Assert.Equal(["key1", "key2"], server.Requests.Select(request => request.Headers["Authorization"].Split("Credential=")[1].Split('/')[0]));
        Assert.Equal([true, false], server.Requests.Select(request => request.Headers.ContainsKey("X-Amz-Security-Token")));
    }

    [Fact]
    public async Task Credentials_that_change_sign_as_if_there_had_been_no_others()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
        var (changed, fresh) = (new RecordedRequests(), new RecordedRequests());
        var second = new ImmutableCredentials("key", "secret2", "token");
        using var transport = Direct(new Sequence(new ImmutableCredentials("key", "secret1", "token"), second, second), changed, clock);
        using var other = Direct(new Sequence(second), fresh, clock);

        await SendAsync(transport);
        await SendAsync(transport);
        await SendAsync(other);

        Assert.NotEqual(changed.All[0].Authorization, changed.All[1].Authorization);
        Assert.Equal(fresh.All[0].Authorization, changed.All[1].Authorization);
    }

    [Fact]
    public async Task The_endpoint_is_that_of_the_account_that_signs()
    {
        var requests = new RecordedRequests();
        var changing = new Sequence(
            new ImmutableCredentials("key1", "secret", null, "111111111111"),
            new ImmutableCredentials("key2", "secret", null, "222222222222"),
            new ImmutableCredentials("key1", "secret", null, "111111111111"));
        using var transport = Direct(changing, requests);

        await SendAsync(transport);
        await SendAsync(transport);
        await SendAsync(transport);

        Assert.Equal(
            ["key1 111111111111", "key2 222222222222", "key1 111111111111"],
            requests.All.Select(request => $"{request.AccessKey} {request.Host.Split('.')[0]}"));
    }

    [Theory]
    [InlineData(TransportKind.Sdk)]
    [InlineData(TransportKind.Direct)]
    public async Task The_options_are_asked_once_for_the_client_and_the_transport(TransportKind kind)
    {
        var asked = 0;
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.ServiceUrl = "http://127.0.0.1:1";
            options.Transport = kind;
            options.Credentials = _ =>
            {
                asked++;
                return new Session();
            };
        });
        await using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<ITransport>();
        provider.GetRequiredService<IAmazonDynamoDB>();

        Assert.Equal(1, asked);
    }

    private static ITransport Connect(bool isDirect, CannedServer server, AWSCredentials credentials) => isDirect
        ? new DirectTransport(CannedTransport.Config(server), credentials)
        : new SdkTransport(CannedTransport.Config(server), credentials);

    private static DirectTransport Direct(AWSCredentials credentials, RecordedRequests requests, TimeProvider? clock = null)
    {
        var config = new AmazonDynamoDBConfig { RegionEndpoint = RegionEndpoint.EUWest1, IgnoreConfiguredEndpointUrls = true, MaxErrorRetry = 0 };
        return new DirectTransport(config, credentials, null, clock, requests, Random.Shared);
    }

    private static async Task SendAsync(
        ITransport transport, CancellationToken cancellationToken = default, DynamoOperation operation = DynamoOperation.GetItem) =>
        (await transport.SendAsync(new(operation, "orders", "{}"u8.ToArray()), cancellationToken)).Dispose();

    /// <summary>Credentials of a session by the SDK's own way to refresh them: key1, and after each refresh the next.</summary>
    /// <param name="mayBlock">Whether a thread may wait for them, as in the SDK's pipeline, whose endpoint rules ask for the account.</param>
    private sealed class Session(bool mayBlock = false) : RefreshingAWSCredentials
    {
        private TaskCompletionSource? _held;
        private Exception? _failure;
        private int _refreshes;

        public int Refreshes => _refreshes;

        /// <summary>Lets the next refresh wait.</summary>
        public TaskCompletionSource Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Lets the next refresh fail.</summary>
        public void Fail(Exception failure) => _failure = failure;

        protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
        {
            var number = Interlocked.Increment(ref _refreshes);
            if (Interlocked.Exchange(ref _failure, null) is { } failure)
            {
                throw failure;
            }

            await (_held?.Task ?? Task.CompletedTask);
            return new CredentialsRefreshState(new ImmutableCredentials($"key{number}", "secret", $"token{number}"), DateTime.UtcNow.AddDays(1));
        }

        protected override CredentialsRefreshState GenerateNewCredentials() => mayBlock
            ? GenerateNewCredentialsAsync().GetAwaiter().GetResult()
            : throw new InvalidOperationException("A thread would wait for a refresh.");
    }

    /// <summary>Other credentials with each asking, and after the last none; a null fails.</summary>
    private sealed class Sequence(params ImmutableCredentials?[] all) : AWSCredentials
    {
        private readonly Queue<ImmutableCredentials?> _left = new(all);

        public override ImmutableCredentials GetCredentials() => throw new InvalidOperationException("A thread would wait for a refresh.");

        public override Task<ImmutableCredentials> GetCredentialsAsync() => _left.TryDequeue(out var next) && next is not null
            ? Task.FromResult(next)
            : Task.FromException<ImmutableCredentials>(new AmazonClientException("No credentials."));
    }
}
