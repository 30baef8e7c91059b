using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Telemetry;

public sealed class AccessPatternMetricTests : IDisposable
{
    private static readonly TableSchema Table = new() { Name = "orders", PartitionKey = "pk" };
    private static readonly AccessPattern OfCustomer = new("IOrders.OfCustomer", DynamoOperation.Query, Table);
    private static readonly AccessPattern Put = new("IOrders.Put", DynamoOperation.PutItem, Table);

    private readonly FakeTimeProvider _time = new();
    private readonly OwnMeterFactory _factory = new();
    private readonly DynamoGenTelemetry _telemetry;
    private readonly Measurements _measurements;

    public AccessPatternMetricTests()
    {
        _telemetry = new DynamoGenTelemetry(_factory, _time);
        _measurements = new Measurements(_factory);
    }

    public void Dispose()
    {
        _measurements.Dispose();
        _telemetry.Dispose();
        _factory.Dispose();
    }

    [Fact]
    public void Records_each_metric_once_for_all_pages()
    {
        using (var call = _telemetry.Start(OfCustomer, "orders"))
        {
            call.RequestSent("orders", "{}"u8)?.End();
            call.Received(3, 1.5, scanned: 10);
            call.RequestSent("orders", "{}"u8)?.End();
            call.Received(2, 0.5, scanned: 4);
            _time.Advance(TimeSpan.FromMilliseconds(250));
        }

        var duration = Assert.Single(_measurements.Of("db.client.operation.duration"));
        Assert.Equal(0.25, duration.Value);
        Assert.Equal("s", duration.Instrument.Unit);
        Assert.Equal(2.0, Assert.Single(_measurements.Of("dynamogen.client.consumed_capacity")).Value);
        Assert.Equal(5, Assert.Single(_measurements.Of("db.client.response.returned_rows")).Value);
        Assert.Equal(14, Assert.Single(_measurements.Of("dynamogen.client.scanned_rows")).Value);
        Assert.Equal(2, Assert.Single(_measurements.Of("dynamogen.client.requests")).Value);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["db.system.name"] = "aws.dynamodb",
                ["db.operation.name"] = "Query",
                ["db.collection.name"] = "orders",
                ["dynamogen.access_pattern"] = "IOrders.OfCustomer",
            },
            duration.Tags);
    }

    [Fact]
    public void Measures_the_time_of_requests_and_not_that_of_the_caller_between_them()
    {
        using (var call = _telemetry.Start(OfCustomer, "orders"))
        {
            for (var page = 0; page < 2; page++)
            {
                using (call.Activate())
                {
                    _time.Advance(TimeSpan.FromMilliseconds(100));
                }

                _time.Advance(TimeSpan.FromSeconds(60));
            }
        }

        Assert.Equal(0.2, Assert.Single(_measurements.Of("db.client.operation.duration")).Value, precision: 6);
    }

    [Fact]
    public void Records_no_items_for_a_write()
    {
        using (var call = _telemetry.Start(Put, "orders"))
        {
            call.Received(0, 1);
        }

        Assert.Empty(_measurements.Of("db.client.response.returned_rows"));
        Assert.Single(_measurements.Of("dynamogen.client.consumed_capacity"));
    }

    [Fact]
    public void Marks_a_failed_call()
    {
        using (var call = _telemetry.Start(Put, "orders"))
        {
            call.Failed(new TimeoutException());
        }

        Assert.Equal("System.TimeoutException", Assert.Single(_measurements.Of("db.client.operation.duration")).Tags["error.type"]);
    }

    [Fact]
    public void Advises_the_buckets_of_the_conventions()
    {
        using (_telemetry.Start(Put, "orders"))
        {
        }

        var duration = Assert.IsType<Histogram<double>>(Assert.Single(_measurements.Of("db.client.operation.duration")).Instrument);
        Assert.Equal([0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10], duration.Advice!.HistogramBucketBoundaries!);
    }

    [Fact]
    public void Counts_a_throttled_request_with_its_reason()
    {
        var exception = new ProvisionedThroughputExceededException("slow")
        {
            ErrorCode = "ProvisionedThroughputExceededException",
            ThrottlingReasons = [new ThrottlingReason { Reason = "TableReadProvisionedThroughputExceeded" }],
        };

        _telemetry.RequestFailed(DynamoOperation.GetItem, "orders", exception);

        var throttled = Assert.Single(_measurements.Of("dynamogen.client.throttled_requests"));
        Assert.Equal(1, throttled.Value);
        Assert.Equal("orders", throttled.Tags["db.collection.name"]);
        Assert.Equal("GetItem", throttled.Tags["db.operation.name"]);
        Assert.Equal("ProvisionedThroughputExceededException", throttled.Tags["error.type"]);
        Assert.Equal("TableReadProvisionedThroughputExceeded", throttled.Tags["dynamogen.throttling_reason"]);
    }

    [Fact]
    public void Counts_a_throttled_request_without_a_reason()
    {
        _telemetry.RequestFailed(DynamoOperation.GetItem, "orders", new RequestLimitExceededException("slow"));

        Assert.DoesNotContain("dynamogen.throttling_reason", Assert.Single(_measurements.Of("dynamogen.client.throttled_requests")).Tags);
    }

    [Fact]
    public void Counts_a_throttled_index_by_its_name()
    {
        var exception = new ThrottlingException("slow")
        {
            ThrottlingReasons =
            [
                new ThrottlingReason { Reason = "IndexReadKeyRangeThroughputExceeded", Resource = "arn:aws:dynamodb:eu-west-1:1:table/orders/index/gsi1" },
            ],
        };

        _telemetry.RequestFailed(DynamoOperation.Query, "orders", exception, "IOrders.OfCustomer");

        var throttled = Assert.Single(_measurements.Of("dynamogen.client.throttled_requests"));
        Assert.Equal(
            ("index", "gsi1", "IOrders.OfCustomer"),
            (throttled.Tags["dynamogen.resource.kind"], throttled.Tags["aws.dynamodb.index_name"], throttled.Tags["dynamogen.access_pattern"]));
    }

    [Fact]
    public void Counts_units_by_table_and_index_and_retries_and_what_was_left_of_a_batch()
    {
        using (var call = _telemetry.Start(Put, "orders"))
        {
            var request = call.RequestSent("orders", """{"Item":{"pk":{"S":"abc"}}}"""u8)!;
            request.AttemptBegins("direct");
            request.AttemptFailed(new TimeoutException());
            request.AttemptBegins("direct");
            request.Received(
                1,
                scanned: null,
                capacityUnits: 3,
                """{"TableName":"orders","CapacityUnits":3,"Table":{"CapacityUnits":1},"GlobalSecondaryIndexes":{"gsi1":{"CapacityUnits":2}}}"""u8);
            _telemetry.Requests.Unprocessed(Put, "orders", 3);
        }

        var units = _measurements.Of("dynamogen.client.consumed_write_units");
        Assert.Equal(
            [(null, 1.0), ("gsi1", 2.0)],
            units.Select(unit => (unit.Tags.GetValueOrDefault("aws.dynamodb.index_name"), unit.Value)).OrderBy(unit => unit.Value));
        Assert.Empty(_measurements.Of("dynamogen.client.consumed_read_units"));
        var retry = Assert.Single(_measurements.Of("dynamogen.client.retries"));
        Assert.Equal(("direct", "System.TimeoutException"), (retry.Tags["dynamogen.transport"], retry.Tags["error.type"]));
        Assert.Equal(3, Assert.Single(_measurements.Of("dynamogen.batch.unprocessed")).Value);
        Assert.Equal(5, Assert.Single(_measurements.Of("dynamogen.item.size")).Value);
    }

    [Fact]
    public void Counts_a_failed_condition_as_an_outcome_and_no_error()
    {
        using (var call = _telemetry.Start(Put, "orders"))
        {
            call.Failed(new ConditionalCheckFailedException("no"));
        }

        Assert.Equal("IOrders.Put", Assert.Single(_measurements.Of("dynamogen.client.condition_failures")).Tags["dynamogen.access_pattern"]);
        var tags = Assert.Single(_measurements.Of("db.client.operation.duration")).Tags;
        Assert.Equal("condition_failed", tags["dynamogen.outcome"]);
        Assert.DoesNotContain("error.type", tags);
    }

    [Fact]
    public void Counts_no_other_error_as_throttling()
    {
        _telemetry.RequestFailed(DynamoOperation.GetItem, "orders", new ResourceNotFoundException("none"));

        Assert.Empty(_measurements.Of("dynamogen.client.throttled_requests"));
    }

    [Fact]
    public void Leaves_the_meter_of_a_factory_to_the_factory()
    {
        _telemetry.Dispose();
        using (_telemetry.Start(Put, "orders"))
        {
        }

        Assert.Single(_measurements.Of("db.client.operation.duration"));
    }

    [Fact]
    public void Works_with_a_meter_of_its_own()
    {
        // A listener hears of the instruments that other tests make at the same time too; those of this one are published by its own thread.
        var (thread, isOurs, seen) = (Environment.CurrentManagedThreadId, false, new List<string>());
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (isOurs && Environment.CurrentManagedThreadId == thread)
                {
                    seen.Add(instrument.Meter.Name);
                }
            },
        };
        listener.Start();

        isOurs = true;
        using var telemetry = new DynamoGenTelemetry();
        isOurs = false;

        Assert.NotEmpty(seen);
        Assert.All(seen, meter => Assert.Equal("DynamoGen", meter));
    }
}
