using System.Diagnostics.Metrics;
using DynamoGen.Regions.Conflicts;
using DynamoGen.Regions.Lineage;
using DynamoGen.Streams.Conflicts;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Tests.Records;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Streams.Tests.Conflicts;

/// <summary>Which changes of a stream are lost updates, and who is told.</summary>
public sealed class LostUpdateTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
    private static readonly string First = LineageMark.New("eu-west-1", Time);
    private static readonly string Here = LineageMark.New("eu-west-1", Time.AddSeconds(1));
    private static readonly string There = LineageMark.New("us-east-1", Time.AddSeconds(2));

    private readonly Edits _edits = new();

    [Fact]
    public async Task A_write_that_did_not_know_what_it_overwrote_is_told_behind_the_change_itself()
    {
        await HandleAsync(Written("mine", Here, First), Written("theirs", There, First));

        Assert.Equal(["mine became theirs", "mine was lost to theirs"], _edits.Seen);
        var conflict = Assert.Single(_edits.Conflicts);
        Assert.Equal(("eu-west-1", "eu-west-1", "us-east-1", First), (conflict.Region, conflict.Lost.Region, conflict.Won.Region, conflict.Base.ToString()));
        Assert.Equal((Here, Time.AddSeconds(1), There), (conflict.Lost.ToString(), conflict.Lost.Time, conflict.Won.ToString()));
    }

    [Fact]
    public async Task Two_items_that_were_made_at_once_are_a_lost_update()
    {
        await HandleAsync(Written("mine", Here, LineageMark.None), Written("theirs", There, LineageMark.None));

        Assert.Null(Assert.Single(_edits.Conflicts).Base);
    }

    [Fact]
    public async Task A_write_of_the_same_region_that_did_not_know_it_is_one_too()
    {
        await HandleAsync(Written("one", Here, First), Written("other", LineageMark.New("eu-west-1", Time.AddSeconds(3)), First));

        Assert.Equal("eu-west-1", Assert.Single(_edits.Conflicts).Won.Region);
    }

    public static TheoryData<string, string?, string?, string?, string?> Known { get; } = new()
    {
        { "it was based on what it overwrote", Here, First, There, Here },
        { "what it overwrote was made in another region, whose stream tells it", There, First, Here, First },
        { "it was based on nothing that its writer had read", Here, First, There, null },
        { "it is no write: its mark is the same", Here, First, Here, First },
        { "it was sent twice, and is based on itself", Here, First, There, There },
        { "what it overwrote has no mark", null, null, There, LineageMark.None },
        { "it has no mark", Here, First, null, null },
        { "what it overwrote has a mark that is none", "eu-west-1", First, There, First },
        { "its mark is none", Here, First, "text", First },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public async Task Every_other_change_is_none(string because, string? oldMark, string? oldBase, string? newMark, string? newBase)
    {
        await HandleAsync(Written("before", oldMark, oldBase), Written("after", newMark, newBase));

        Assert.Equal(["before became after"], _edits.Seen);
        Assert.True(_edits.Conflicts.Count == 0, because);
    }

    [Fact]
    public async Task A_lost_update_is_counted_and_logged_without_values_once_it_is_handled()
    {
        using var meters = new Meters();
        var logger = new Lines();
        var handler = ConflictObserver.Of(_edits, Schema<Edits>(), () => new ConflictTelemetry(meters, logger));
        var measured = new List<(long Count, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter == meters.Meter)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
            measured.Add((count, string.Join(",", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order()))));
        listener.Start();
        var record = Event.Read(Event.Json("MODIFY", Written("secret", Here, First), Written("public", There, First)));

        _edits.Failure = new InvalidOperationException();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await handler.HandleAsync(record, TestContext.Current.CancellationToken));
        Assert.Empty(measured);

        _edits.Failure = null;
        await handler.HandleAsync(record, TestContext.Current.CancellationToken);

        Assert.Equal(
            (1, "aws.dynamodb.table_names=documents,db.system.name=aws.dynamodb,dynamogen.region.lost=eu-west-1,dynamogen.region.won=us-east-1,"
                + "dynamogen.stream.handler=edits"),
            Assert.Single(measured));
        Assert.Equal(
            $"Write {Here} of table documents in eu-west-1 was overwritten by write {There} of us-east-1, which did not know it.", Assert.Single(logger.Written));
    }

    [Fact]
    public void A_handler_whose_entities_have_no_marks_is_left_as_it_is()
    {
        var events = new Handlers.ShopEvents();

        Assert.Same(events, ConflictObserver.Of(events, Schema<Handlers.ShopEvents>(), () => throw new InvalidOperationException()));
    }

    [Fact]
    public void The_filter_of_an_event_source_lets_modified_items_through()
    {
        Assert.Contains(Schema<Edits>().Changes, change => change is { Entity: "Document", Kind: ChangeKind.Modified });
        Assert.Equal(new ItemLineage("Document", "m", "b"), Assert.Single(Schema<Edits>().Lineages));
    }

    private static StreamHandlerSchema Schema<THandler>()
        where THandler : class, IEntityDispatch<THandler> => THandler.Schema;

    private static string Written(string title, string? mark, string? basedOn) =>
        Event.Item<Document, Document.Marshaller>(new Document(1, title) { UpdatedIn = "x", Mark = mark, BasedOn = basedOn });

    private ValueTask HandleAsync(string before, string after) =>
        ((IStreamHandler)_edits).HandleAsync(Event.Read(Event.Json("MODIFY", before, after)), TestContext.Current.CancellationToken);

    private sealed class Meters : IMeterFactory
    {
        public Meter? Meter { get; private set; }

        public Meter Create(MeterOptions options) => Meter ??= new Meter(options);

        public void Dispose() => Meter?.Dispose();
    }

    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
