using DynamoGen.Schema;
using DynamoGen.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Telemetry;

/// <summary>Calls that took more than their budget are counted, and logged at most once an hour.</summary>
public sealed class CapacityBudgetTests : IDisposable
{
    private static readonly TableSchema Table = new() { Name = "orders", PartitionKey = "pk" };
    private static readonly AccessPattern OfState = new("IOrders.OfState", DynamoOperation.Query, Table, "gsi1") { CapacityBudget = 2 };
    private static readonly AccessPattern PutMany = new("IOrders.PutMany", DynamoOperation.BatchWriteItem, Table) { CapacityBudget = 3 };
    private static readonly AccessPattern Get = new("IOrders.Get", DynamoOperation.GetItem, Table);

    private readonly FakeTimeProvider _time = new();
    private readonly OwnMeterFactory _factory = new();
    private readonly RecordingLogger _logger = new(LogLevel.Warning);
    private readonly DynamoGenTelemetry _telemetry;
    private readonly Measurements _measurements;

    public CapacityBudgetTests()
    {
        _telemetry = new DynamoGenTelemetry(_factory, _time, _logger);
        _measurements = new Measurements(_factory);
    }

    public void Dispose()
    {
        _measurements.Dispose();
        _telemetry.Dispose();
        _factory.Dispose();
    }

    private int Counted => _measurements.Of("dynamogen.client.budget_exceeded").Count;

    private void Call(AccessPattern pattern, double units, int items = 1, Exception? failure = null)
    {
        using var call = _telemetry.Start(pattern, "test-orders");
        call.RequestSent("test-orders", "{}"u8)?.End();
        call.Received(items, units / 2);
        call.Received(0, units / 2);
        if (failure is not null)
        {
            call.Failed(failure);
        }
    }

    [Fact]
    public void A_call_that_takes_as_much_as_it_may_is_not_counted()
    {
        Call(OfState, 2);
        Call(Get, 1000);

        Assert.Equal(0, Counted);
        Assert.Empty(_logger.Entries);
    }

    [Fact]
    public void All_pages_of_a_call_count_together()
    {
        Call(OfState, 2.5);

        var exceeded = Assert.Single(_measurements.Of("dynamogen.client.budget_exceeded"));
        Assert.Equal(1, exceeded.Value);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["db.system.name"] = "aws.dynamodb",
                ["db.operation.name"] = "Query",
                ["db.collection.name"] = "test-orders",
                ["dynamogen.access_pattern"] = "IOrders.OfState",
                ["aws.dynamodb.index_name"] = "gsi1",
            },
            exceeded.Tags);
        Assert.Equal(
            (LogLevel.Warning,
                "IOrders.OfState on table test-orders took 2.5 capacity units, over its budget of 2. "
                + "It is logged at most once an hour; every call is counted."),
            Assert.Single(_logger.Entries));
    }

    [Fact]
    public void A_failed_call_took_what_its_pages_took()
    {
        Call(OfState, 2.5, failure: new OperationCanceledException());

        Assert.Equal(1, Counted);
    }

    [Fact]
    public void The_budget_of_a_write_is_for_each_item_of_a_batch()
    {
        Call(PutMany, 30, items: 10);
        Assert.Equal(0, Counted);

        Call(PutMany, 31, items: 10);
        Assert.Equal(1, Counted);
        Assert.Contains("took 3.1 capacity units, over its budget of 3.", Assert.Single(_logger.Entries).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_access_pattern_is_logged_once_an_hour_and_counted_always()
    {
        Call(OfState, 3);
        _time.Advance(TimeSpan.FromMinutes(59));
        Call(OfState, 3);
        Call(PutMany, 31, items: 10);
        Assert.Equal(2, _logger.Entries.Count);

        _time.Advance(TimeSpan.FromMinutes(1));
        Call(OfState, 3);
        Call(OfState, 3);

        Assert.Equal(3, _logger.Entries.Count);
        Assert.Equal(5, Counted);
    }
}
