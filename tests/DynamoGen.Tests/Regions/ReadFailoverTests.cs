using System.Net;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Regions;
using DynamoGen.Regions.Reads;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Transport;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Regions;

/// <summary>Reads go to the next healthy region, and nothing else does.</summary>
public sealed class ReadFailoverTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedTransport _local = new();
    private readonly ScriptedTransport _other = new();
    private readonly DynamoGenTelemetry _telemetry = new();
    private readonly ReadFailover _failover;

    public ReadFailoverTests()
    {
        var options = new ReadFailoverOptions { Failures = 2, Successes = 1, Pause = TimeSpan.FromSeconds(10) };
        _failover = new ReadFailover(
            [
                new ReadRegion("eu-west-1", _local, new RegionHealth(options, _time)),
                new ReadRegion("us-east-1", _other, new RegionHealth(options, _time)),
            ],
            new HashSet<string> { "strong" },
            _telemetry);
    }

    public void Dispose() => _telemetry.Dispose();

    private async Task SendAsync(DynamoOperation operation, string table = "orders", string body = "{}")
    {
        using var response = await _failover.SendAsync(new TransportRequest(operation, table, Encoding.UTF8.GetBytes(body)), Cancellation);
    }

    private async Task BreakLocalAsync()
    {
        _local.Failure = new HttpRequestException("no route");
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(DynamoOperation.Query));
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(DynamoOperation.GetItem));
        _local.Sent = 0;
    }

    [Theory]
    [InlineData(DynamoOperation.GetItem)]
    [InlineData(DynamoOperation.Query)]
    [InlineData(DynamoOperation.Scan)]
    [InlineData(DynamoOperation.BatchGetItem)]
    [InlineData(DynamoOperation.TransactGetItems)]
    public async Task Reads_go_to_the_next_region_once_the_local_one_has_failed_often_enough(DynamoOperation operation)
    {
        await BreakLocalAsync();

        await SendAsync(operation);

        Assert.Equal((0, 1), (_local.Sent, _other.Sent));
    }

    [Theory]
    [InlineData(DynamoOperation.PutItem)]
    [InlineData(DynamoOperation.UpdateItem)]
    [InlineData(DynamoOperation.DeleteItem)]
    [InlineData(DynamoOperation.BatchWriteItem)]
    [InlineData(DynamoOperation.TransactWriteItems)]
    public async Task Writes_never_do(DynamoOperation operation)
    {
        await BreakLocalAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(operation));

        Assert.Equal((1, 0), (_local.Sent, _other.Sent));
    }

    [Theory]
    [InlineData("orders", 1, 0)]
    [InlineData("strong", 0, 1)]
    public async Task A_consistent_read_goes_elsewhere_only_where_the_table_is_strong(string table, int local, int other)
    {
        await BreakLocalAsync();
        _local.Failure = null;

        await SendAsync(DynamoOperation.GetItem, table, "{\"TableName\":\"x\",\"ConsistentRead\":true}");

        Assert.Equal((local, other), (_local.Sent, _other.Sent));
    }

    [Fact]
    public async Task A_table_that_is_named_by_its_ARN_is_read_in_its_region()
    {
        await BreakLocalAsync();
        _local.Failure = null;

        await SendAsync(DynamoOperation.GetItem, "arn:aws:dynamodb:eu-west-1:123456789012:table/orders");

        Assert.Equal((1, 0), (_local.Sent, _other.Sent));
    }

    [Fact]
    public async Task A_trial_that_fails_is_answered_by_the_next_region_and_one_that_succeeds_brings_the_reads_back()
    {
        await BreakLocalAsync();
        _time.Advance(TimeSpan.FromSeconds(10));
        await SendAsync(DynamoOperation.GetItem);
        Assert.Equal((1, 1), (_local.Sent, _other.Sent));

        _local.Failure = null;
        _time.Advance(TimeSpan.FromSeconds(20));
        await SendAsync(DynamoOperation.GetItem);
        await SendAsync(DynamoOperation.GetItem);

        Assert.Equal((3, 1), (_local.Sent, _other.Sent));
    }

    [Fact]
    public async Task Where_no_region_is_healthy_the_local_one_is_asked()
    {
        await BreakLocalAsync();
        _other.Failure = new HttpRequestException("no route");
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(DynamoOperation.GetItem));
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(DynamoOperation.GetItem));

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(DynamoOperation.GetItem));

        Assert.Equal((1, 2), (_local.Sent, _other.Sent));
    }

    public static TheoryData<Exception, bool?> Failures => new()
    {
        { new HttpRequestException("no route"), true },
        { new IOException("reset"), true },
        { new TaskCanceledException("timeout"), true },
        { new TimeoutException(), true },
        { new InternalServerErrorException("error") { StatusCode = HttpStatusCode.InternalServerError }, true },
        { new AmazonDynamoDBException("unavailable") { StatusCode = HttpStatusCode.ServiceUnavailable }, true },
        { new ProvisionedThroughputExceededException("slow") { StatusCode = HttpStatusCode.BadRequest }, null },
        { new ThrottlingException("slow") { StatusCode = HttpStatusCode.BadRequest }, null },
        { new ConditionalCheckFailedException("no") { StatusCode = HttpStatusCode.BadRequest }, false },
        { new ResourceNotFoundException("no") { StatusCode = HttpStatusCode.BadRequest }, false },
        { new InvalidOperationException("other"), null },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Only_what_leaves_a_read_without_an_answer_is_the_regions_failure(Exception failure, bool? isOfRegion) =>
        Assert.Equal(isOfRegion, RegionFailure.IsOfRegion(failure, CancellationToken.None));

    [Fact]
    public void A_cancelled_call_says_nothing_of_its_region() =>
        Assert.Null(RegionFailure.IsOfRegion(new OperationCanceledException(), new CancellationToken(canceled: true)));

    private sealed class ScriptedTransport : ITransport
    {
        public Exception? Failure { get; set; }

        public int Sent { get; set; }

        public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
        {
            Sent++;
            return Failure is { } failure
                ? ValueTask.FromException<TransportResponse>(failure)
                : new(new TransportResponse(System.Buffers.ArrayPool<byte>.Shared.Rent(16), 0));
        }
    }
}
