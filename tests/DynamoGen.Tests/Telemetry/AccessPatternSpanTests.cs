using System.Diagnostics;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Schema;
using DynamoGen.Telemetry;

namespace DynamoGen.Tests.Telemetry;

public sealed class AccessPatternSpanTests : IDisposable
{
    private static readonly TableSchema Table = new() { Name = "orders", PartitionKey = "pk", SortKey = "sk" };
    private static readonly AccessPattern OfCustomer = new("IOrders.OfCustomer", DynamoOperation.Query, Table, "gsi1");
    private static readonly AccessPattern Put = new("IOrders.Put", DynamoOperation.PutItem, Table);

    private readonly DynamoGenTelemetry _telemetry = new();
    private readonly Spans _spans;

    public AccessPatternSpanTests() => _spans = new Spans(_telemetry);

    public void Dispose()
    {
        _spans.Dispose();
        _telemetry.Dispose();
    }

    [Fact]
    public void Names_the_span_after_the_access_pattern_and_describes_the_call()
    {
        using (var call = _telemetry.Start(OfCustomer, "dev-orders"))
        {
            call.RequestSent();
            call.Received(3, 1.5);
            call.RequestSent();
            call.Received(2, 0.5);
        }

        var span = Assert.Single(_spans.Ended);
        Assert.Equal("IOrders.OfCustomer", span.DisplayName);
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal("aws.dynamodb", span.GetTagItem("db.system.name"));
        Assert.Equal("Query", span.GetTagItem("db.operation.name"));
        Assert.Equal("dev-orders", span.GetTagItem("db.collection.name"));
        Assert.Equal(["dev-orders"], Assert.IsType<string[]>(span.GetTagItem("aws.dynamodb.table_names")));
        Assert.Equal("gsi1", span.GetTagItem("aws.dynamodb.index_name"));
        Assert.Equal(5L, span.GetTagItem("aws.dynamodb.count"));
        Assert.Equal(5L, span.GetTagItem("db.response.returned_rows"));
        Assert.Equal("IOrders.OfCustomer", span.GetTagItem("dynamogen.access_pattern"));
        Assert.Equal(2, span.GetTagItem("dynamogen.requests"));
        Assert.Equal(2.0, span.GetTagItem("dynamogen.consumed_capacity"));
    }

    [Fact]
    public void Says_nothing_about_an_index_or_items_where_there_are_none()
    {
        using (_telemetry.Start(Put, "orders"))
        {
        }

        var span = Assert.Single(_spans.Ended);
        Assert.Null(span.GetTagItem("aws.dynamodb.index_name"));
        Assert.Null(span.GetTagItem("aws.dynamodb.count"));
        Assert.Null(span.GetTagItem("db.response.returned_rows"));
    }

    [Fact]
    public void Records_a_failure_by_its_code_and_never_by_its_message()
    {
        var secret = "the key CUSTOMER#42";
        using (var call = _telemetry.Start(Put, "orders"))
        {
            call.Failed(new ConditionalCheckFailedException(
                secret, ErrorType.Sender, "ConditionalCheckFailedException", "REQUEST-1", System.Net.HttpStatusCode.BadRequest));
        }

        var span = Assert.Single(_spans.Ended);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Null(span.StatusDescription);
        Assert.Equal("ConditionalCheckFailedException", span.GetTagItem("error.type"));
        Assert.Equal("ConditionalCheckFailedException", span.GetTagItem("db.response.status_code"));
        Assert.Equal("REQUEST-1", span.GetTagItem("aws.request_id"));
        Assert.DoesNotContain(span.TagObjects, tag => $"{tag.Value}".Contains(secret));
        Assert.Empty(span.Events);
    }

    [Fact]
    public void Records_the_type_of_an_exception_that_is_not_of_the_service()
    {
        using (var call = _telemetry.Start(Put, "orders"))
        {
            call.Failed(new IOException("cut"));
        }

        Assert.Equal("System.IO.IOException", Assert.Single(_spans.Ended).GetTagItem("error.type"));
    }

    [Fact]
    public void Records_why_DynamoDB_throttled()
    {
        using (var call = _telemetry.Start(Put, "orders"))
        {
            call.Failed(new ThrottlingException("slow") { ThrottlingReasons = [new ThrottlingReason { Reason = "TableWriteKeyRangeThroughputExceeded" }] });
        }

        Assert.Equal("TableWriteKeyRangeThroughputExceeded", Assert.Single(_spans.Ended).GetTagItem("dynamogen.throttling_reason"));
    }

    [Fact]
    public void Is_current_only_while_a_request_is_in_flight()
    {
        using var caller = new Activity("caller").Start();
        Activity? inFlight;
        using (var call = _telemetry.Start(OfCustomer, "orders"))
        {
            Assert.Same(caller, Activity.Current);
            using (call.Activate())
            {
                inFlight = Activity.Current;
            }

            Assert.Same(caller, Activity.Current);
        }

        Assert.Same(caller, Activity.Current);
        Assert.Same(Assert.Single(_spans.Ended), inFlight);
        Assert.Equal(caller.SpanId, inFlight!.ParentSpanId);
    }

    [Fact]
    public async Task Does_not_leak_into_or_out_of_the_loop_over_an_iterator()
    {
        using var caller = new Activity("caller").Start();
        await foreach (var page in Pages())
        {
            Assert.Same(caller, Activity.Current);
            using var work = new Activity("work").Start();
            Assert.Equal(caller.SpanId, work.ParentSpanId);
        }

        Assert.Same(caller, Activity.Current);
        Assert.Single(_spans.Ended);

        async IAsyncEnumerable<int> Pages()
        {
            using var call = _telemetry.Start(OfCustomer, "orders");
            for (var page = 0; page < 3; page++)
            {
                using (call.Activate())
                {
                    await Task.Delay(1);
                    Assert.Equal("IOrders.OfCustomer", Activity.Current?.OperationName);
                }

                yield return page;
            }
        }
    }

    [Fact]
    public void Leaves_what_is_current_alone_when_it_ends_elsewhere()
    {
        var call = _telemetry.Start(OfCustomer, "orders");
        using var elsewhere = new Activity("elsewhere").Start();

        call.Dispose();

        Assert.Same(elsewhere, Activity.Current);
    }

    [Fact]
    public void Ends_the_span_once()
    {
        var call = _telemetry.Start(OfCustomer, "orders");

        call.Dispose();
        call.Failed(new IOException());
        call.Dispose();

        var span = Assert.Single(_spans.Ended);
        Assert.Null(span.GetTagItem("error.type"));
    }
}
