using Amazon.DynamoDBv2;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Transport;

/// <summary>Tests that watch the pools of the whole process, which no other test may use meanwhile.</summary>
[CollectionDefinition(nameof(PooledMemory), DisableParallelization = true)]
public static class PooledMemory;

/// <summary>Every pooled array is given back exactly once, on every path.</summary>
[Collection(nameof(PooledMemory))]
public sealed class ResponseMemoryTests
{
    private const int Large = 16 * 1024 * 1024;

    private static readonly byte[] LargeBody = CreateBody();

    private static byte[] CreateBody()
    {
        var body = new byte[Large];
        new Random(11).NextBytes(body);
        return body;
    }

    private static SdkTransport Connect(CannedServer server, int retries) =>
        CannedTransport.Connect(server, config => config.MaxErrorRetry = retries);

    private static ValueTask<TransportResponse> SendAsync(SdkTransport transport, CancellationToken cancellationToken = default) =>
        transport.SendAsync(new(DynamoOperation.Query, "orders", "{}"u8.ToArray()), cancellationToken);

    [Fact]
    public async Task A_response_of_16_MB_arrives_and_is_given_back_by_its_owner()
    {
        using var arrays = new RentedArrays(Large);
        await using var server = new CannedServer(CannedResponse.Ok(LargeBody));
        using var transport = Connect(server, retries: 0);

        var response = await SendAsync(transport);

        Assert.True(response.Body.Span.SequenceEqual(LargeBody));
        Assert.Contains(1, arrays.Balances);
        response.Dispose();
        response.Dispose();
        Assert.True(arrays.Rented > 0);
        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));
    }

    [Fact]
    public async Task A_damaged_response_is_given_back_when_it_is_retried_and_when_it_fails()
    {
        using var arrays = new RentedArrays(Large);
        var damaged = CannedResponse.Ok(LargeBody, crc32: 1);
        await using var server = new CannedServer(damaged, damaged);
        using var transport = Connect(server, retries: 1);

        await Assert.ThrowsAsync<IOException>(async () => await SendAsync(transport));

        Assert.True(arrays.Rented > 1);
        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));
    }

    [Fact]
    public async Task A_response_that_is_cut_short_is_given_back()
    {
        using var arrays = new RentedArrays(Large);
        await using var server = new CannedServer(CannedResponse.Truncated(LargeBody, Large - 1));
        using var transport = Connect(server, retries: 0);

        await Assert.ThrowsAnyAsync<IOException>(async () => await SendAsync(transport));

        Assert.True(arrays.Rented > 0);
        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));
    }

    [Fact]
    public async Task A_response_that_is_cancelled_is_given_back()
    {
        using var arrays = new RentedArrays(Large);
        await using var server = new CannedServer(CannedResponse.Stalled(LargeBody, Large - 1, Task.Delay(Timeout.Infinite)));
        using var transport = Connect(server, retries: 0);
        using var cancellation = new CancellationTokenSource();

        var call = SendAsync(transport, cancellation.Token).AsTask();
        while (arrays.Rented == 0 && !call.IsCompleted)
        {
            await Task.Delay(10);
        }

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(arrays.Rented > 0);
        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));
    }

    [Fact]
    public async Task A_response_that_the_pipeline_fails_after_reading_is_given_back()
    {
        using var arrays = new RentedArrays(Large);
        await using var server = new CannedServer(CannedResponse.Ok(LargeBody));
        using var transport = Connect(server, retries: 0);
        ((AmazonDynamoDBClient)transport.Client).AfterResponseEvent += (_, _) => throw new InvalidOperationException("A handler failed.");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await SendAsync(transport));

        Assert.True(arrays.Rented > 0);
        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));
    }

    [Theory]
    [InlineData(400, "ConditionalCheckFailedException", 1)]
    [InlineData(400, "ValidationException", 1)]
    [InlineData(400, "ProvisionedThroughputExceededException", 2)]
    [InlineData(500, "InternalServerError", 2)]
    public async Task The_request_that_is_refused_is_given_back(int status, string code, int requests)
    {
        using var arrays = new RentedArrays(Large);
        var refused = CannedResponse.Error(status, code);
        await using var server = new CannedServer(refused, refused, refused, refused);
        using var transport = Connect(server, retries: 1);

        await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(async () =>
            await transport.SendAsync(new(DynamoOperation.PutItem, "orders", LargeBody), CancellationToken.None));

        Assert.Equal(requests, server.Requests.Count);
        Assert.True(arrays.Rented > 0);
        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));
    }

    [Fact]
    public async Task The_request_that_is_answered_is_given_back()
    {
        using var arrays = new RentedArrays(Large);
        await using var server = new CannedServer(CannedResponse.Ok("{}"));
        using var transport = Connect(server, retries: 0);

        (await transport.SendAsync(new(DynamoOperation.PutItem, "orders", LargeBody), CancellationToken.None)).Dispose();

        Assert.True(arrays.Rented > 0);
        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));
    }

    [Fact]
    public async Task The_request_whose_answer_is_cut_or_damaged_or_cancelled_is_given_back()
    {
        using var arrays = new RentedArrays(Large);
        await using var server = new CannedServer(
            CannedResponse.Ok("{}"u8.ToArray(), crc32: 1),
            CannedResponse.Truncated("{  }"u8.ToArray(), 2),
            CannedResponse.Stalled("{  }"u8.ToArray(), 2, Task.Delay(Timeout.Infinite)));
        using var transport = Connect(server, retries: 0);
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<Exception>(async () => await PutAsync());
        await Assert.ThrowsAnyAsync<Exception>(async () => await PutAsync());
        var stalled = PutAsync();
        while (server.Requests.Count < 3 && !stalled.IsCompleted)
        {
            await Task.Delay(10);
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stalled);

        Assert.True(arrays.Rented > 2);
        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));

        async Task PutAsync() =>
            (await transport.SendAsync(new(DynamoOperation.PutItem, "orders", LargeBody), cancellation.Token)).Dispose();
    }

    [Fact]
    public async Task A_response_that_turns_out_larger_than_the_limit_is_given_back()
    {
        using var arrays = new RentedArrays(Large);
        await using var server = new CannedServer(CannedResponse.Chunked(new byte[ResponseBody.Limit + 1], chunk: 1 << 20));
        using var transport = Connect(server, retries: 2);

        await Assert.ThrowsAsync<ResponseTooLargeException>(async () => await SendAsync(transport));

        Assert.Single(server.Requests);
        Assert.True(arrays.Rented > 0);
        Assert.All(arrays.Balances, balance => Assert.Equal(0, balance));
    }
}
