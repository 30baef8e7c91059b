using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Streams.Sinks.Topics;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Telemetry;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>What becomes of changes on their way to a topic.</summary>
public sealed class SnsSinkTests : IAsyncDisposable
{
    private readonly ScriptedSns _sns = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _sns.DisposeAsync();

    [Fact]
    public async Task Only_the_entries_that_failed_are_sent_again()
    {
        using var sink = _sns.Connect();
        _sns.Answer(
            CannedResponse.Of(200, SnsAnswer.Of(["0", "3"], ("1", "InternalError", false), ("2", "Throttling", true), ("4", "InvalidParameter", true))),
            CannedResponse.Of(200, SnsAnswer.Of(["1"], ("0", "InternalError", false))));

        var undelivered = Assert.Single(await sink.DeliverAsync(Changes.Of("a", "b", "c", "d", "e"), Cancellation));

        Assert.Equal([["a", "b", "c", "d", "e"], ["b", "c"], ["b"]], _sns.Sent);
        Assert.Equal(4, undelivered.Index);
        var refused = Assert.IsType<EntryRefusedException>(undelivered.Reason);
        Assert.Equal(("InvalidParameter", true), (refused.Code, refused.IsSenderFault));
    }

    [Fact]
    public async Task An_entry_that_fails_on_is_undelivered_after_three_attempts()
    {
        using var sink = _sns.Connect();
        var failing = CannedResponse.Of(200, SnsAnswer.Of([], ("0", "InternalError", false)));
        _sns.Answer(CannedResponse.Of(200, SnsAnswer.Of(["1"], ("0", "InternalError", false))), failing, failing);

        var undelivered = Assert.Single(await sink.DeliverAsync(Changes.Of("a", "b"), Cancellation));

        Assert.Equal((0, "InternalError"), (undelivered.Index, Assert.IsType<EntryRefusedException>(undelivered.Reason).Code));
        Assert.Equal(3, _sns.Requests.Count);
    }

    [Fact]
    public async Task An_entry_that_the_answer_does_not_name_is_sent_again()
    {
        using var sink = _sns.Connect();
        _sns.Answer(CannedResponse.Of(200, SnsAnswer.Of(["0"])));

        Assert.Empty(await sink.DeliverAsync(Changes.Of("a", "b"), Cancellation));
        Assert.Equal([["a", "b"], ["b"]], _sns.Sent);
    }

    [Fact]
    public async Task Changes_of_other_entities_and_those_that_the_map_makes_nothing_of_are_passed_over()
    {
        using var sink = _sns.Connect(make: static (status, change) =>
            status == "none" ? null : new TopicMessage($"{status} {change.Kind}"));
        StreamRecord[] records =
            [Changes.Inserted("a", "x", 1), Changes.OfCustomer(2), Changes.Inserted("b", "none", 3), Changes.Removed("c", "y", 4)];

        Assert.Empty(await sink.DeliverAsync(records, Cancellation));
        Assert.Equal([["x Inserted", "y Removed"]], _sns.Sent);
    }

    [Fact]
    public async Task Nothing_is_sent_where_there_is_nothing()
    {
        using var sink = _sns.Connect();

        Assert.Empty(await sink.DeliverAsync([], Cancellation));
        Assert.Empty(await sink.DeliverAsync([Changes.OfCustomer(1)], Cancellation));
        Assert.Empty(_sns.Requests);
    }

    [Fact]
    public async Task A_change_that_cannot_be_read_fails_alone()
    {
        using var sink = _sns.Connect();

        var undelivered = Assert.Single(await sink.DeliverAsync(
            [Changes.Inserted("a", "x", 1), Changes.Damaged("b", 2), Changes.Inserted("c", "z", 3)], Cancellation));

        Assert.Equal([["x", "z"]], _sns.Sent);
        Assert.Equal(1, undelivered.Index);
        Assert.IsType<ItemFormatException>(undelivered.Reason);
    }

    [Fact]
    public async Task More_than_ten_changes_are_sent_in_several_requests()
    {
        using var sink = _sns.Connect();
        var statuses = Enumerable.Range(0, 23).Select(i => "s" + i).ToArray();

        Assert.Empty(await sink.DeliverAsync(Changes.Of(statuses), Cancellation));
        Assert.Equal(statuses.Chunk(10), _sns.Sent);
    }

    [Fact]
    public async Task A_request_that_fails_after_another_leaves_the_rest_undelivered()
    {
        using var sink = _sns.Connect();
        _sns.Answer(
            CannedResponse.Of(200, SnsAnswer.Of([.. Enumerable.Range(0, 10).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))])),
            CannedResponse.Of(403, SnsAnswer.Error("AuthorizationError")));

        var undelivered = await sink.DeliverAsync(Changes.Of([.. Enumerable.Range(0, 23).Select(i => "s" + i)]), Cancellation);

        Assert.Equal(Enumerable.Range(10, 13), undelivered.Select(change => change.Index));
        Assert.All(undelivered, change => Assert.Equal("AuthorizationError", Assert.IsType<AwsServiceException>(change.Reason).ErrorCode));
        Assert.Equal(2, _sns.Requests.Count);
    }

    [Fact]
    public async Task A_FIFO_topic_gets_one_change_of_an_item_at_a_time_and_none_behind_one_that_failed()
    {
        using var sink = _sns.Connect(ScriptedSns.Fifo);
        StreamRecord[] records =
        [
            Changes.Inserted("a", "a1", 1), Changes.Inserted("b", "b1", 2), Changes.Inserted("a", "a2", 3), Changes.Inserted("b", "b2", 4),
            Changes.Inserted("a", "a3", 5),
        ];
        _sns.Answer(CannedResponse.Of(200, SnsAnswer.Of(["1"], ("0", "InvalidParameter", true))));

        var undelivered = await sink.DeliverAsync(records, Cancellation);

        Assert.True(sink.NeedsOneChangeOfAnItem);
        Assert.Equal([["a1", "b1"], ["b2"]], _sns.Sent);
        Assert.Equal([0, 2, 4], undelivered.Select(change => change.Index));
        Assert.Equal(["2:pk2:Sa2:sk2:Sb", "2:pk2:Sb2:sk2:Sb"], SentForm.Of(_sns.Requests[0], "MessageGroupId"));
        Assert.Equal(["1", "2"], SentForm.Of(_sns.Requests[0], "MessageDeduplicationId"));
    }

    [Fact]
    public async Task A_key_that_no_group_can_be_named_after_becomes_the_same_hash_each_time()
    {
        using var sink = _sns.Connect(ScriptedSns.Fifo);
        var longest = new string('k', 128 - "2:pk129:S2:sk2:Sb".Length);
        string[] items = ["with space", "\u00e9", new string('k', 2000), longest + "k", longest];

        await sink.DeliverAsync([.. items.Select((item, i) => Changes.Inserted(item, "x", i + 1))], Cancellation);
        await sink.DeliverAsync([.. items.Select((item, i) => Changes.Inserted(item, "y", i + 11))], Cancellation);

        var groups = SentForm.Of(_sns.Requests[0], "MessageGroupId");
        Assert.Equal(groups, SentForm.Of(_sns.Requests[1], "MessageGroupId"));
        Assert.Equal(5, groups.Distinct().Count());
        Assert.All(groups[..3], group => Assert.Matches("^[0-9a-f]{64}$", group));
        Assert.All(groups, group => Assert.InRange(group.Length, 1, 128));
        Assert.Contains(longest, groups[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standard_topic_has_no_groups()
    {
        using var sink = _sns.Connect();

        Assert.Empty(await sink.DeliverAsync([Changes.Inserted("a", "a1", 1), Changes.Inserted("a", "a2", 2)], Cancellation));
        Assert.False(sink.NeedsOneChangeOfAnItem);
        Assert.Equal([["a1", "a2"]], _sns.Sent);
        Assert.Empty(SentForm.Of(_sns.Requests[0], "MessageGroupId"));
    }

    [Fact]
    public async Task Delivered_and_failed_changes_are_counted()
    {
        using var meters = new OwnMeterFactory();
        using var telemetry = new DynamoGenTelemetry(meters);
        using var measurements = new Measurements(meters);
        using var sink = _sns.Connect(telemetry: telemetry);
        _sns.Answer(CannedResponse.Of(200, SnsAnswer.Of(["0", "1"], ("2", "InvalidParameter", true))));

        await sink.DeliverAsync(Changes.Of("a", "b", "c"), Cancellation);

        var delivered = Assert.Single(measurements.Of("dynamogen.sink.delivered"));
        var failed = Assert.Single(measurements.Of("dynamogen.sink.failed"));
        Assert.Equal((2, "sns", ScriptedSns.Standard), (delivered.Value, delivered.Tags["dynamogen.sink"], delivered.Tags["messaging.destination.name"]));
        Assert.Equal((1, "InvalidParameter"), (failed.Value, failed.Tags["error.type"]));
    }

    [Fact]
    public void A_topic_is_named_by_its_ARN() =>
        Assert.Throws<ArgumentException>(() => new SnsSink("orders", Changes.Map<TopicMessage>((status, _) => new TopicMessage(status))));
}
