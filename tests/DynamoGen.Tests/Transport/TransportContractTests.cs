using System.IO.Compression;
using System.IO.Hashing;
using System.Net;
using System.Text;
using Amazon.DynamoDBv2;
using DynamoGen.Schema;
using DynamoGen.Transport;
using static DynamoGen.Tests.Transport.CannedTransport;

namespace DynamoGen.Tests.Transport;

/// <summary>What every transport does with requests and responses.</summary>
public abstract class TransportContractTests : ConnectedTests
{
    private static byte[] Pattern(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    [Fact]
    public async Task Brings_the_bytes_of_a_success_response_back_unchanged()
    {
        await using var server = new CannedServer(CannedResponse.Ok("""{"Item":{"pk":{"S":"å"}}}"""));
        var transport = Connect(server);

        var body = await SendAsync(transport);

        Assert.Equal("""{"Item":{"pk":{"S":"å"}}}""", Encoding.UTF8.GetString(body));
    }

    [Theory]
    [InlineData(DynamoOperation.GetItem, "DynamoDB_20120810.GetItem")]
    [InlineData(DynamoOperation.Query, "DynamoDB_20120810.Query")]
    [InlineData(DynamoOperation.PutItem, "DynamoDB_20120810.PutItem")]
    [InlineData(DynamoOperation.DeleteItem, "DynamoDB_20120810.DeleteItem")]
    public async Task Sends_the_body_signed_and_addressed_to_its_operation(DynamoOperation operation, string target)
    {
        await using var server = new CannedServer(CannedResponse.Ok("{}"));
        var transport = Connect(server);

        await SendAsync(transport, operation);

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST / HTTP/1.1", request.RequestLine);
        Assert.Equal(target, request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.Equal("2012-08-10", request.Headers["x-amz-api-version"]);
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=access/", request.Headers["Authorization"]);
        Assert.Contains("/eu-west-1/dynamodb/aws4_request", request.Headers["Authorization"]);
        Assert.Equal(Request, request.Body);
    }

    [Fact]
    public async Task Refuses_an_operation_that_it_does_not_know()
    {
        await using var server = new CannedServer();
        var transport = Connect(server);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SendAsync(transport, (DynamoOperation)99));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Retries_a_wrong_checksum_with_the_same_body_and_then_succeeds()
    {
        await using var server = new CannedServer(CannedResponse.Ok("{}"u8.ToArray(), crc32: 1), CannedResponse.Ok("{}"));
        var transport = Connect(server);

        Assert.Equal("{}"u8.ToArray(), await SendAsync(transport));

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(Request, request.Body));
    }

    [Fact]
    public async Task Fails_when_the_checksum_stays_wrong()
    {
        var wrong = CannedResponse.Ok("{}"u8.ToArray(), crc32: 1);
        await using var server = new CannedServer(wrong, wrong);
        var transport = Connect(server);

        var exception = await Assert.ThrowsAsync<IOException>(() => SendAsync(transport));

        Assert.Contains("CRC32", exception.Message);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Retries_a_body_that_is_cut_short()
    {
        await using var server = new CannedServer(CannedResponse.Truncated(Pattern(1000), sent: 400), CannedResponse.Ok("{}"));
        var transport = Connect(server);

        Assert.Equal("{}"u8.ToArray(), await SendAsync(transport));
    }

    [Fact]
    public async Task Fails_when_the_body_is_always_cut_short()
    {
        var cut = CannedResponse.Truncated(Pattern(1000), sent: 400);
        await using var server = new CannedServer(cut, cut);
        var transport = Connect(server);

        await Assert.ThrowsAnyAsync<IOException>(() => SendAsync(transport));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Ends_by_cancellation_while_the_body_is_still_coming()
    {
        await using var server = new CannedServer(CannedResponse.Stalled(Pattern(1000), sent: 400, Task.Delay(Timeout.Infinite)));
        var transport = Connect(server);
        using var cancellation = new CancellationTokenSource();

        var call = SendAsync(transport, cancellationToken: cancellation.Token);
        while (server.Requests.Count == 0)
        {
            await Task.Delay(10);
        }

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Retries_a_body_that_stalls()
    {
        await using var server = new CannedServer(
            CannedResponse.Stalled(Pattern(1000), sent: 400, Task.Delay(Timeout.Infinite)),
            CannedResponse.Ok("{}"));
        var transport = Connect(server, config => config.Timeout = TimeSpan.FromSeconds(1));

        Assert.Equal("{}"u8.ToArray(), await SendAsync(transport));
    }

    [Fact]
    public async Task Fails_when_the_body_always_stalls()
    {
        await using var server = new CannedServer(CannedResponse.Stalled(Pattern(1000), sent: 400, Task.Delay(Timeout.Infinite)));
        var transport = Connect(server, config =>
        {
            config.Timeout = TimeSpan.FromSeconds(1);
            config.MaxErrorRetry = 0;
        });

        await Assert.ThrowsAsync<TimeoutException>(() => SendAsync(transport));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(100_000)]
    public async Task Reads_a_chunked_response_of_unknown_length(int length)
    {
        var body = Pattern(length);
        await using var server = new CannedServer(CannedResponse.Chunked(body, chunk: 7_000));
        var transport = Connect(server);

        Assert.Equal(body, await SendAsync(transport));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task Verifies_the_checksum_of_a_chunked_response_and_retries_a_damaged_one(int length)
    {
        var body = Pattern(length);
        var damaged = CannedResponse.Chunked(body, chunk: 7_000, crc32: 1);
        await using var server = new CannedServer(damaged, CannedResponse.Chunked(body, chunk: 7_000), damaged, damaged);
        var transport = Connect(server);

        Assert.Equal(body, await SendAsync(transport));
        await Assert.ThrowsAsync<IOException>(() => SendAsync(transport));

        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Verifies_an_encoded_response_as_it_is_sent()
    {
        var payload = Compress("{}"u8.ToArray());
        var damaged = CannedResponse.Encoded(payload, "gzip", Crc32.HashToUInt32("{}"u8));
        await using var server = new CannedServer(CannedResponse.Encoded(payload, "gzip"), damaged, damaged);
        var transport = Connect(server);

        Assert.Equal(payload, await SendAsync(transport));
        await Assert.ThrowsAsync<IOException>(() => SendAsync(transport));
    }

    [Fact]
    public async Task Refuses_a_redirect()
    {
        await using var server = new CannedServer(CannedResponse.Redirect());
        var transport = Connect(server, config => config.AllowAutoRedirect = false);

        var exception = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => SendAsync(transport));

        Assert.Equal(HttpStatusCode.NotModified, exception.StatusCode);
    }

    [Fact]
    public async Task Refuses_a_response_that_declares_more_than_the_limit_without_a_retry()
    {
        await using var server = new CannedServer(CannedResponse.Declaring(ResponseBody.Limit + 1L));
        var transport = Connect(server);

        var exception = await Assert.ThrowsAsync<ResponseTooLargeException>(() => SendAsync(transport));

        Assert.Equal(17 * 1024 * 1024, exception.Limit);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Sends_nothing_once_it_is_disposed()
    {
        await using var server = new CannedServer();
        var transport = Connect(server);
        ((IDisposable)transport).Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => SendAsync(transport));
    }

    private protected static byte[] Compress(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return compressed.ToArray();
    }
}
