using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Telemetry;

public sealed class AccessPatternLogTests
{
    private static readonly AccessPattern Get = new("IOrders.Get", DynamoOperation.GetItem, new TableSchema { Name = "orders", PartitionKey = "pk" });

    private static List<(LogLevel Level, string Message)> Log(Exception? failure, LogLevel lowest = LogLevel.Debug)
    {
        var logger = new RecordingLogger(lowest);
        var time = new FakeTimeProvider();
        using var telemetry = new DynamoGenTelemetry(timeProvider: time, logger: logger);
        using (var call = telemetry.Start(Get, "dev-orders"))
        {
            call.RequestSent("orders", "{}"u8);
            time.Advance(TimeSpan.FromMilliseconds(20));
            if (failure is null)
            {
                call.Received(1, 0.5);
            }
            else
            {
                call.Failed(failure);
            }
        }

        return logger.Entries;
    }

    [Fact]
    public void Logs_a_call_at_debug()
    {
        var (level, message) = Assert.Single(Log(failure: null));

        Assert.Equal(LogLevel.Debug, level);
        Assert.Equal("IOrders.Get on table dev-orders: 1 items for 0.5 capacity units in 20 ms.", message);
    }

    [Fact]
    public void Logs_throttling_as_a_warning_with_its_reason()
    {
        var throttled = new ThrottlingException("slow") { ThrottlingReasons = [new ThrottlingReason { Reason = "TableReadMaxOnDemandThroughputExceeded" }] };

        var (level, message) = Assert.Single(Log(throttled, LogLevel.Warning));

        Assert.Equal(LogLevel.Warning, level);
        Assert.Equal("IOrders.Get on table dev-orders was throttled at request 1: TableReadMaxOnDemandThroughputExceeded, after 20 ms.", message);
    }

    [Fact]
    public void Logs_a_failure_as_a_warning_without_its_message()
    {
        var (level, message) = Assert.Single(Log(new IOException("the key CUSTOMER#42")));

        Assert.Equal(LogLevel.Warning, level);
        Assert.Equal("IOrders.Get on table dev-orders failed at request 1: System.IO.IOException, after 20 ms.", message);
    }

    [Fact]
    public void Logs_a_transaction_only_at_debug_when_nothing_but_conditions_failed()
    {
        Assert.Equal(LogLevel.Debug, Assert.Single(Log(Cancelled("None", "ConditionalCheckFailed"))).Level);
        Assert.Equal(LogLevel.Warning, Assert.Single(Log(Cancelled("TransactionConflict", "ConditionalCheckFailed"))).Level);
        Assert.Equal(LogLevel.Warning, Assert.Single(Log(Cancelled())).Level);

        static TransactionCanceledException Cancelled(params string[] codes) =>
            new("no") { CancellationReasons = [.. codes.Select(code => new CancellationReason { Code = code })] };
    }

    [Fact]
    public void Logs_a_failed_condition_and_a_cancellation_only_at_debug()
    {
        Assert.Equal(LogLevel.Debug, Assert.Single(Log(new ConditionalCheckFailedException("no"))).Level);
        Assert.Equal(LogLevel.Debug, Assert.Single(Log(new OperationCanceledException())).Level);
        Assert.Empty(Log(new OperationCanceledException(), LogLevel.Warning));
    }
}
