using System.Buffers;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Schema;
using DynamoGen.Transport;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Migrations.Tests.Backfill;

public sealed class PacedTransportTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_each_answer_says_was_consumed_is_charged_of_all_its_tables()
    {
        var pace = new CapacityPace(ceiling: 10, _clock);
        const string Answer = """{"UnprocessedItems":{},"ConsumedCapacity":[{"TableName":"a","CapacityUnits":12.0},{"TableName":"b","CapacityUnits":8.0}]}""";
        var transport = new PacedTransport(new Answering(Answer), pace, Nothing);
        await SendAsync(transport);
        Assert.Equal(10, pace.Rate);

        var second = SendAsync(transport);
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await second;
    }

    [Fact]
    public async Task Items_left_unprocessed_slow_it_down()
    {
        var pace = new CapacityPace(ceiling: 10, _clock);
        await SendAsync(new PacedTransport(new Answering("""{"UnprocessedItems":{"a":[{}]}}"""), pace, Nothing));
        Assert.Equal(5, pace.Rate);
    }

    [Fact]
    public async Task A_throttled_request_slows_it_down_and_fails()
    {
        var pace = new CapacityPace(ceiling: 10, _clock);
        var refusal = new ProvisionedThroughputExceededException("slow") { ErrorCode = "ProvisionedThroughputExceededException" };
        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => SendAsync(new PacedTransport(new Answering(refusal: refusal), pace, Nothing)));
        Assert.Equal(5, pace.Rate);
    }

    [Fact]
    public async Task What_has_waited_asks_before_it_is_sent()
    {
        var pace = new CapacityPace(ceiling: 10, _clock);
        pace.Charge(20);
        var isExpired = false;
        var sending = SendAsync(new PacedTransport(new Answering("{}"), pace, () =>
        {
            if (isExpired)
            {
                throw new TimeoutException();
            }
        }));
        isExpired = true;
        _clock.Advance(TimeSpan.FromSeconds(3));
        await Assert.ThrowsAsync<TimeoutException>(() => sending);
    }

    private static void Nothing()
    {
        // Whoever asks may send.
    }

    private static Task SendAsync(ITransport transport) =>
        transport.SendAsync(new TransportRequest(DynamoOperation.BatchWriteItem, "letters", ReadOnlyMemory<byte>.Empty), Token).AsTask();

    private sealed class Answering(string answer = "{}", AmazonDynamoDBException? refusal = null) : ITransport
    {
        public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
        {
            if (refusal is not null)
            {
                throw refusal;
            }

            // The response gives its array back to the pool, of which it must be.
            var body = ArrayPool<byte>.Shared.Rent(answer.Length);
            return ValueTask.FromResult(new TransportResponse(body, Encoding.UTF8.GetBytes(answer, body)));
        }
    }
}
