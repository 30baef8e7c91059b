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
            call.RequestSent("dev-orders", "{}"u8)?.End();
            call.Received(3, 1.5);
            call.RequestSent("dev-orders", "{}"u8)?.End();
            call.Received(2, 0.5);
        }

        var span = _spans.Ended[^1];
        Assert.Equal(["Query dev-orders", "Query dev-orders", "IOrders.OfCustomer"], _spans.Ended.Select(ended => ended.DisplayName));
        Assert.Equal(ActivityKind.Internal, span.Kind);
        Assert.All(_spans.Ended.SkipLast(1), request => Assert.Equal((ActivityKind.Client, span.SpanId), (request.Kind, request.ParentSpanId)));
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
        Assert.Equal("IOrders.OfCustomer", span.GetTagItem("db.query.summary"));
        Assert.Equal(2.0, ConsumedUnits.Of(span));
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
            call.Failed(new ItemCollectionSizeLimitExceededException(
                secret, ErrorType.Sender, "ItemCollectionSizeLimitExceededException", "REQUEST-1", System.Net.HttpStatusCode.BadRequest));
        }

        var span = Assert.Single(_spans.Ended);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Null(span.StatusDescription);
        Assert.Equal("ItemCollectionSizeLimitExceededException", span.GetTagItem("error.type"));
        Assert.Equal("ItemCollectionSizeLimitExceededException", span.GetTagItem("db.response.status_code"));
        Assert.Equal("REQUEST-1", span.GetTagItem("aws.request_id"));
        Assert.DoesNotContain(span.TagObjects, tag => $"{tag.Value}".Contains(secret));
        Assert.Empty(span.Events);
    }

    public static TheoryData<Exception, string> AskedFor => new()
    {
        { new ConditionalCheckFailedException("the key CUSTOMER#42"), "condition_failed" },
        { new ConditionFailedException("IOrders.Put", new ConditionalCheckFailedException("no")), "condition_failed" },
        {
            new TransactionCanceledException("no")
            {
                CancellationReasons = [new CancellationReason { Code = "None" }, new CancellationReason { Code = "ConditionalCheckFailed" }],
            },
            "condition_failed"
        },
        { new OperationCanceledException(), "cancelled" },
        { new InvalidCursorException("IOrders.OfCustomer"), "invalid_cursor" },
    };

    [Theory]
    [MemberData(nameof(AskedFor), DisableDiscoveryEnumeration = true)]
    public void An_outcome_that_the_caller_asked_for_is_no_error(Exception exception, string outcome)
    {
        using (var call = _telemetry.Start(Put, "orders"))
        {
            call.RequestSent("orders", "{}"u8)!.Failed((exception as ConditionFailedException)?.InnerException ?? exception);
            call.Failed(exception);
        }

        Assert.Equal(2, _spans.Ended.Count);
        Assert.All(_spans.Ended, span =>
        {
            Assert.Equal(ActivityStatusCode.Unset, span.Status);
            Assert.Null(span.GetTagItem("error.type"));
            Assert.Equal(outcome, span.GetTagItem("dynamogen.outcome"));
            Assert.DoesNotContain(span.TagObjects, tag => $"{tag.Value}".Contains("CUSTOMER"));
        });
    }

    [Fact]
    public void An_attempt_that_is_tried_again_is_a_span_below_its_request()
    {
        using (var call = _telemetry.Start(Put, "orders"))
        {
            var request = call.RequestSent("orders", "{}"u8)!;
            request.AttemptBegins("direct");
            request.AttemptFailed(new ThrottlingException("slow") { ErrorCode = "ThrottlingException" });
            request.AttemptBegins("direct");
            request.SentTo(new Uri("https://dynamodb.eu-west-1.amazonaws.com"), "eu-west-1");
            request.Answered("REQUEST-2");
            request.Received(1, scanned: null, capacityUnits: 2.5, """{"TableName":"orders","CapacityUnits":2.5}"""u8);
        }

        var (attempt, sent, whole) = (_spans.Ended[0], _spans.Ended[1], _spans.Ended[2]);
        Assert.Equal((sent.SpanId, ActivityStatusCode.Error, "ThrottlingException"), (attempt.ParentSpanId, attempt.Status, attempt.GetTagItem("error.type")));
        Assert.Equal((whole.SpanId, ActivityStatusCode.Unset), (sent.ParentSpanId, sent.Status));
        Assert.Equal(1, sent.GetTagItem("http.request.resend_count"));
        Assert.Equal("REQUEST-2", sent.GetTagItem("aws.request_id"));
        Assert.Equal(("dynamodb.eu-west-1.amazonaws.com", 443), (sent.GetTagItem("server.address"), sent.GetTagItem("server.port")));
        Assert.Equal("eu-west-1", sent.GetTagItem("cloud.region"));
        Assert.Equal(["""{"TableName":"orders","CapacityUnits":2.5}"""], Assert.IsType<string[]>(sent.GetTagItem("aws.dynamodb.consumed_capacity")));
        Assert.Equal(2.5, ConsumedUnits.Of(whole));
    }

    [Theory]
    [InlineData("""{"TableName":"t","ConsistentRead":true,"Limit":5,"ScanIndexForward":false,"Select":"COUNT"}""", "aws.dynamodb.consistent_read=True,aws.dynamodb.limit=5,aws.dynamodb.scan_forward=False,aws.dynamodb.select=COUNT")]
    [InlineData("""{"Segment":3,"TotalSegments":8,"ExpressionAttributeValues":{":t":{"S":"Limit"}}}""", "aws.dynamodb.segment=3,aws.dynamodb.total_segments=8")]
    [InlineData("""{"RequestItems":{"t":[{"PutRequest":{"Item":{"Limit":{"N":"7"}}}},{"DeleteRequest":{"Key":{}}}]}}""", "db.operation.batch.size=2")]
    [InlineData("""{"RequestItems":{"t":{"ConsistentRead":true,"Keys":[{},{},{}]}}}""", "aws.dynamodb.consistent_read=True,db.operation.batch.size=3")]
    [InlineData("""{"TransactItems":[{"Put":{"Item":{}}},{"Put":{"Item":{}}}]}""", "db.operation.batch.size=2")]
    [InlineData("""{"TransactItems":[{"Put":{"Item":{}}}]}""", "")]
    public void A_request_is_described_by_what_it_says_and_never_by_its_data(string request, string expected)
    {
        using var span = new Activity("request").Start();

        RequestDetails.Describe(span, System.Text.Encoding.UTF8.GetBytes(request));

        Assert.Equal(expected, string.Join(",", span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_source_has_the_version_of_the_assembly() =>
        Assert.Equal(typeof(DynamoGenTelemetry).Assembly.GetName().Version!.ToString(3), _telemetry.Source.Version);

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
