using System.Globalization;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Telemetry.Capacity;

namespace DynamoGen.Tests.Telemetry;

/// <summary>What was measured stands beside what the declarations say.</summary>
public sealed class CapacityReportTests : IDisposable
{
    private static readonly TableSchema Table = new() { Name = "orders", PartitionKey = "pk" };
    private static readonly AccessPattern Get = new("IOrders.Get", DynamoOperation.GetItem, Table) { Estimate = new(0.5, 0.5), CapacityBudget = 0.5 };
    private static readonly AccessPattern Put = new("IOrders.Put", DynamoOperation.PutItem, Table) { Estimate = new(1, 7) };
    private static readonly AccessPattern OfState = new("IOrders.OfState", DynamoOperation.Query, Table, "gsi1") { Estimate = new(0.5, null) };
    private static readonly AccessPattern PutMany = new("IOrders.PutMany", DynamoOperation.BatchWriteItem, Table) { Estimate = new(1, 3) };

    private readonly CapacityMeasurements _measured = new([Get, Put, OfState, PutMany]);
    private readonly DynamoGenTelemetry _telemetry;

    public CapacityReportTests() => _telemetry = new DynamoGenTelemetry { Capacity = _measured };

    public void Dispose() => _telemetry.Dispose();

    private void Call(AccessPattern pattern, double units, int items = 1, Exception? failure = null)
    {
        using var call = _telemetry.Start(pattern, "test-orders");
        call.RequestSent("test-orders", "{}"u8);
        call.Received(items, units);
        if (failure is not null)
        {
            call.Failed(failure);
        }
    }

    private PatternCapacity Of(string pattern) => _measured.Report().Patterns.Single(row => row.Pattern.Name == pattern);

    [Fact]
    public void Calls_are_added_up()
    {
        Call(Get, 0.5);
        Call(Get, 1.5);

        Assert.Equal(new PatternCapacity(Get) { Calls = 2, Items = 2, TotalUnits = 2, MaxUnits = 1.5, OverBudget = 1 }, Of("IOrders.Get"));
        Assert.Equal(1, Of("IOrders.Get").MeanUnits);
    }

    [Fact]
    public void A_batch_is_measured_by_its_items()
    {
        Call(PutMany, 30, items: 10);
        Call(PutMany, 10, items: 10);

        Assert.Equal((2L, 2.0, 3.0), (Of("IOrders.PutMany").Calls, Of("IOrders.PutMany").MeanUnits, Of("IOrders.PutMany").MaxUnits));
    }

    [Fact]
    public void A_call_that_fails_or_sends_nothing_is_not_counted()
    {
        Call(Get, 0, failure: new IOException());
        _telemetry.Start(PutMany, "test-orders").Dispose();

        Assert.All(_measured.Report().Patterns, row => Assert.Equal(0, row.Calls));
    }

    [Fact]
    public void What_no_repository_declares_is_shown_too_and_is_bounded()
    {
        for (var number = 0; number < 3000; number++)
        {
            Call(new AccessPattern(string.Create(CultureInfo.InvariantCulture, $"T{number}"), DynamoOperation.TransactWriteItems, Table), 2);
        }

        Call(Get, 0.5);
        var rows = _measured.Report().Patterns;

        Assert.True(rows.Count <= 1010, $"{rows.Count} rows");
        Assert.Equal(6000.5, rows.Sum(row => row.TotalUnits));
        Assert.Equal("(others)", rows[0].Pattern.Name);
        Assert.Equal(1, Of("IOrders.Get").Calls);
    }

    [Fact]
    public void Forgets_what_is_cleared()
    {
        Call(Get, 0.5);
        _measured.Clear();

        Assert.Equal(0, Of("IOrders.Get").Calls);
    }

    [Fact]
    public void Can_be_counted_by_many_threads()
    {
        Parallel.For(0, 1000, _ => Call(Get, 0.5));

        Assert.Equal((1000L, 500.0), (Of("IOrders.Get").Calls, Of("IOrders.Get").TotalUnits));
    }

    [Fact]
    public void The_report_is_a_table_for_people()
    {
        Call(Get, 1.5);
        Call(PutMany, 30, items: 10);

        Assert.Equal(
            """
            access pattern   operation       index  estimate        budget  calls  mean  max  total  over budget
            IOrders.PutMany  BatchWriteItem  -      1 to 3 an item  -       1      3     3    30     0
            IOrders.Get      GetItem         -      0.5             0.5     1      1.5   1.5  1.5    1
            IOrders.OfState  Query           gsi1   from 0.5        -       0      -     -    0      0
            IOrders.Put      PutItem         -      1 to 7          -       0      -     -    0      0

            """,
            _measured.Report().ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_report_is_a_table_of_Markdown()
    {
        Call(Get, 1.5);

        var lines = _measured.Report().ToMarkdown().Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal("| access pattern | operation | index | estimate | budget | calls | mean | max | total | over budget |", lines[0]);
        Assert.Equal("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |", lines[1]);
        Assert.Equal("| IOrders.Get | GetItem | - | 0.5 | 0.5 | 1 | 1.5 | 1.5 | 1.5 | 1 |", lines[2]);
    }
}
