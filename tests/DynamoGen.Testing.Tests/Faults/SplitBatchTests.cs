using System.Buffers;
using System.Text;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Testing.Tests.Faults;

/// <summary>What is sent of a batch, and what its answer says, without a server.</summary>
public sealed class SplitBatchTests
{
    [Fact]
    public async Task Half_of_the_writes_is_sent_and_the_rest_comes_back()
    {
        var server = new Server("""{"UnprocessedItems":{}}""");

        var answer = await SendAsync(server, DynamoOperation.BatchWriteItem, """{"RequestItems":{"a":[1,2],"b":[3]},"ReturnConsumedCapacity":"TOTAL"}""");

        Assert.Equal("""{"RequestItems":{"a":[1,2]},"ReturnConsumedCapacity":"TOTAL"}""", server.Received);
        Assert.Equal("""{"UnprocessedItems":{"b":[3]}}""", answer);
    }

    [Fact]
    public async Task Half_of_the_keys_is_asked_for_and_the_rest_comes_back_with_what_is_said_of_its_table()
    {
        var server = new Server("""{"Responses":{"a":[]},"UnprocessedKeys":{}}""");

        var answer = await SendAsync(
            server, DynamoOperation.BatchGetItem, """{"RequestItems":{"a":{"Keys":[1,2,3],"ConsistentRead":true},"b":{"Keys":[4]}}}""");

        Assert.Equal("""{"RequestItems":{"a":{"Keys":[1,2],"ConsistentRead":true}}}""", server.Received);
        Assert.Equal(
            """{"Responses":{"a":[]},"UnprocessedKeys":{"a":{"Keys":[3],"ConsistentRead":true},"b":{"Keys":[4]}}}""", answer);
    }

    [Fact]
    public async Task What_the_server_itself_has_left_comes_back_too()
    {
        var server = new Server("""{"UnprocessedItems":{"a":[2],"c":[9]}}""");

        var answer = await SendAsync(server, DynamoOperation.BatchWriteItem, """{"RequestItems":{"a":[1,2,3]}}""");

        Assert.Equal("""{"UnprocessedItems":{"a":[3,2],"c":[9]}}""", answer);
    }

    [Fact]
    public async Task A_batch_of_one_entry_cannot_be_split()
    {
        var server = new Server("{}");

        Assert.Equal("{}", await SendAsync(server, DynamoOperation.BatchWriteItem, """{"RequestItems":{"a":[1]}}"""));
    }

    private static async Task<string> SendAsync(Server server, DynamoOperation operation, string body)
    {
        var transport = new FaultyTransport(server, new FaultPlan(1, new FaultRule(Fault.UnprocessedParts)));
        using var response = await transport.SendAsync(new TransportRequest(operation, "a", Encoding.UTF8.GetBytes(body)), default);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    private sealed class Server(string answer) : ITransport
    {
        public string? Received { get; private set; }

        public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
        {
            Received = Encoding.UTF8.GetString(request.Body.Span);
            var rented = ArrayPool<byte>.Shared.Rent(answer.Length);
            return ValueTask.FromResult(new TransportResponse(rented, Encoding.UTF8.GetBytes(answer, rented)));
        }
    }
}
