using System.Diagnostics.Metrics;
using System.Text.Json;
using DynamoGen.Telemetry.Embedded;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Telemetry;

public sealed class EmbeddedMetricsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _output = new();
    private readonly Meter _meter = new("test");

    public void Dispose()
    {
        _output.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public async Task Counters_add_up_and_histograms_keep_each_value()
    {
        await using var metrics = Create(options => options.Dimensions["Service"] = "shop");
        var counter = _meter.CreateCounter<long>("retries", "{attempt}");
        var histogram = _meter.CreateHistogram<double>("duration", "s");
        counter.Add(1, Tag("db.collection.name", "orders"), Tag("unknown", "left out"));
        counter.Add(2, Tag("db.collection.name", "orders"));
        histogram.Record(0.5, Tag("db.collection.name", "orders"));
        histogram.Record(0.25, Tag("db.collection.name", "orders"));

        await metrics.FlushAsync(TestContext.Current.CancellationToken);

        var document = Assert.Single(Documents());
        Assert.Equal(_time.GetUtcNow().ToUnixTimeMilliseconds(), document.GetProperty("_aws").GetProperty("Timestamp").GetInt64());
        Assert.Equal(("shop", "orders"), (document.GetProperty("Service").GetString(), document.GetProperty("db.collection.name").GetString()));
        Assert.Equal(3, document.GetProperty("retries").GetDouble());
        Assert.Equal([0.5, 0.25], document.GetProperty("duration").EnumerateArray().Select(value => value.GetDouble()));
        Assert.False(document.TryGetProperty("unknown", out _));
    }

    [Fact]
    public async Task What_cannot_be_written_fails_the_flush_and_no_measurement()
    {
        var failures = new List<Exception>();
        await using var broken = new BrokenWriter();
        var metrics = Create(options => (options.Output, options.OnFailure, options.Interval) = (broken, failures.Add, TimeSpan.FromMinutes(1)));
        var histogram = _meter.CreateHistogram<double>("duration", "s");
        for (var value = 0; value <= 10_000; value++)
        {
            histogram.Record(value);
        }

        Assert.IsType<IOException>(Assert.Single(failures));
        histogram.Record(1);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, failures.Count);
        histogram.Record(1);
        await Assert.ThrowsAsync<IOException>(async () => await metrics.FlushAsync(TestContext.Current.CancellationToken));
        broken.IsRepaired = true;
        await metrics.DisposeAsync();
    }

    [Fact]
    public async Task Every_line_is_one_document_that_CloudWatch_takes_and_no_value_is_lost()
    {
        await using var metrics = Create();
        var sums = new Dictionary<string, double>();
        for (var i = 0; i < 130; i++)
        {
            var histogram = _meter.CreateHistogram<double>($"histogram{i}", i % 2 == 0 ? "By" : "{row}");
            for (var value = 0; value < 250; value++)
            {
                histogram.Record(value / 7.0, Tag("dynamogen.access_pattern", "IOrders.Get\n\"quoted\""));
                sums[histogram.Name] = sums.GetValueOrDefault(histogram.Name) + (value / 7.0);
            }
        }

        await metrics.FlushAsync(TestContext.Current.CancellationToken);

        Assert.True(Documents().Count > 3);
        var written = Documents().SelectMany(document => document.EnumerateObject()).Where(member => sums.ContainsKey(member.Name)).GroupBy(member => member.Name);
        Assert.Equal(130, written.Count());
        Assert.All(written, group => Assert.Equal(sums[group.Key], group.Sum(member => Values(member.Value).Sum()), tolerance: 1e-6));
    }

    [Fact]
    public async Task A_hundred_and_fifty_instruments_stand_in_two_documents()
    {
        await using var metrics = Create(options => options.Dimensions["Service"] = "shop");
        for (var i = 0; i < 150; i++)
        {
            _meter.CreateCounter<long>($"counter{i}", "{call}").Add(i);
        }

        await metrics.FlushAsync(TestContext.Current.CancellationToken);

        var documents = Documents();
        Assert.Equal(
            [100, 50],
            documents.Select(document => document.EnumerateObject().Count(member => member.Name.StartsWith("counter", StringComparison.Ordinal))));
        Assert.Equal(
            Enumerable.Range(0, 150).Sum(),
            documents.SelectMany(document => document.EnumerateObject()).Where(member => member.Value.ValueKind == JsonValueKind.Number)
                .Sum(member => member.Value.GetDouble()));
    }

    [Fact]
    public async Task Thirty_dimensions_are_written_and_thirty_five_are_not()
    {
        Assert.Throws<InvalidOperationException>(() => Create(options => AddDimensions(options, 35)));
        EmbeddedMetricsOptions? configured = null;
        await using var metrics = Create(options =>
        {
            options.DimensionTags.Clear();
            AddDimensions(options, 30);
            configured = options;
        });
        var counter = _meter.CreateCounter<long>("calls");
        counter.Add(1);
        AddDimensions(configured!, 35);
        configured!.DimensionTags.Add("db.collection.name");
        counter.Add(2, Tag("db.collection.name", "orders"));

        await metrics.FlushAsync(TestContext.Current.CancellationToken);

        var document = Assert.Single(Documents());
        Assert.Equal(3, document.GetProperty("calls").GetDouble());
        Assert.Equal(30, document.EnumerateObject().Count(member => member.Value.ValueKind == JsonValueKind.String));

        static void AddDimensions(EmbeddedMetricsOptions options, int count)
        {
            for (var i = 0; i < count; i++)
            {
                options.Dimensions[$"dimension{i}"] = "x";
            }
        }
    }

    [Fact]
    public async Task Nothing_is_written_twice_and_what_cannot_be_written_is_left_out()
    {
        await using var metrics = Create();
        _meter.CreateHistogram<double>("odd").Record(double.NaN);
        _meter.CreateCounter<long>("calls").Add(1);

        await metrics.FlushAsync(TestContext.Current.CancellationToken);
        await metrics.FlushAsync(TestContext.Current.CancellationToken);

        var document = Assert.Single(Documents());
        Assert.False(document.TryGetProperty("odd", out _));
    }

    [Fact]
    public void An_interval_writes_without_being_asked_and_the_end_writes_the_rest()
    {
        var metrics = Create(options => options.Interval = TimeSpan.FromSeconds(30));
        var counter = _meter.CreateCounter<long>("calls");
        counter.Add(1);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, Assert.Single(Documents()).GetProperty("calls").GetDouble());

        counter.Add(5);
        metrics.Dispose();
        metrics.Dispose();
        counter.Add(7);

        Assert.Equal([1, 5], Documents().Select(document => document.GetProperty("calls").GetDouble()));
    }

    [Fact]
    public async Task A_gauge_shows_its_last_value()
    {
        await using var metrics = Create();
        _meter.CreateObservableGauge("dynamogen.hot_key.share", () => 0.25);

        await metrics.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0.25, Assert.Single(Documents()).GetProperty("dynamogen.hot_key.share").GetDouble());
    }

    [Fact]
    public async Task Waiting_values_are_bounded()
    {
        await using var metrics = Create();
        var histogram = _meter.CreateHistogram<double>("duration");
        for (var i = 0; i < 10_000; i++)
        {
            histogram.Record(i);
        }

        Assert.Equal(100, Documents().Count);
    }

    [Fact]
    public void Options_that_CloudWatch_does_not_take_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Create(options => options.Namespace = string.Empty));
        Assert.Throws<InvalidOperationException>(() => Create(options => options.Dimensions["_aws"] = "x"));
        Assert.Throws<InvalidOperationException>(() => Create(options => options.Dimensions["Service"] = " "));
        Assert.Throws<InvalidOperationException>(() => Create(options => options.Interval = TimeSpan.Zero));
        Assert.Throws<InvalidOperationException>(() => Create(options =>
        {
            for (var i = 0; i < 25; i++)
            {
                options.Dimensions[$"d{i}"] = "x";
            }
        }));
    }

    private EmbeddedMetrics Create(Action<EmbeddedMetricsOptions>? configure = null)
    {
        var options = new EmbeddedMetricsOptions { Output = _output, Interval = null };
        configure?.Invoke(options);
        return new EmbeddedMetrics(options, _time, instrument => ReferenceEquals(instrument.Meter, _meter));
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static IEnumerable<double> Values(JsonElement target) =>
        target.ValueKind == JsonValueKind.Array ? target.EnumerateArray().Select(value => value.GetDouble()) : [target.GetDouble()];

    /// <summary>The documents that were written, each of which keeps the rules of the published specification.</summary>
    private List<JsonElement> Documents()
    {
        var lines = _output.ToString().Split(_output.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Empty(EmbeddedFormat.Violations(line)));
        return [.. lines.Select(line => JsonElement.Parse(line))];
    }

    private sealed class BrokenWriter : StringWriter
    {
        public bool IsRepaired { get; set; }

        public override void WriteLine(string? value) => ThrowIfBroken();

        public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
        {
            ThrowIfBroken();
            return Task.CompletedTask;
        }

        private void ThrowIfBroken()
        {
            if (!IsRepaired)
            {
                throw new IOException("The pipe is closed.");
            }
        }
    }
}
