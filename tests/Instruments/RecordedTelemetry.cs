using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using DynamoGen.Telemetry;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Tests.Instruments;

/// <summary>The spans of one trace, and the measurements and logs of one provider of services: all that is told of the calls that a test makes.</summary>
internal sealed class RecordedTelemetry : ILoggerProvider, ILogger, ISupportExternalScope
{
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivityListener _spanListener;
    private readonly MeterListener _meterListener = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<Measured> _measurements = new();
    private readonly ConcurrentQueue<string> _logged = new();
    private IExternalScopeProvider? _scopes;

    /// <param name="isOwn">Whether a meter is one of the services that are looked at; those of other tests have the same name.</param>
    public RecordedTelemetry(Func<Meter, bool> isOwn)
    {
        _spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DynamoGenTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_spanListener);
        _meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == DynamoGenTelemetry.Name && isOwn(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meterListener.SetMeasurementEventCallback<double>(Keep);
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => Keep(instrument, value, tags, state));
        _meterListener.SetMeasurementEventCallback<int>((instrument, value, tags, state) => Keep(instrument, value, tags, state));
        _meterListener.Start();
    }

    public IReadOnlyCollection<Activity> Spans => _spans;

    public IReadOnlyCollection<Measured> Measurements => _measurements;

    public IReadOnlyCollection<string> Logged => _logged;

    /// <summary>Every text that left the process by any of them.</summary>
    public IEnumerable<string> Texts => [.. _spans.SelectMany(Words), .. _measurements.SelectMany(measured => Words(measured.Tags)), .. _logged];

    /// <summary>Begins the span of the test itself. Calls below it are recorded.</summary>
    public Activity Enter() => new Activity("test").SetParentId(_trace, ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded).Start();

    public void Dispose()
    {
        _meterListener.Dispose();
        _spanListener.Dispose();
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _scopes?.Push(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _logged.Enqueue(formatter(state, exception));
        _logged.Enqueue($"{exception}");
        foreach (var word in state is IEnumerable<KeyValuePair<string, object?>> values ? Words(values) : [$"{state}"])
        {
            _logged.Enqueue(word);
        }

        _scopes?.ForEachScope((scope, logged) => logged.Enqueue($"{scope}"), _logged);
    }

    private static IEnumerable<string> Words(Activity span) =>
    [
        span.DisplayName, span.OperationName, $"{span.StatusDescription}", $"{span.TraceStateString}",
        .. Words(span.TagObjects),
        .. Words(span.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value))),
        .. span.Events.SelectMany(told => Words(told.Tags).Prepend(told.Name)),
        .. span.Links.SelectMany(link => Words(link.Tags ?? [])),
    ];

    private static IEnumerable<string> Words(IEnumerable<KeyValuePair<string, object?>> tags) =>
        tags.SelectMany(tag => (tag.Value is IEnumerable all and not string ? all.Cast<object?>() : [tag.Value]).Select(value => $"{value}").Prepend(tag.Key));

    private void Keep(Activity ended)
    {
        if (ended.TraceId == _trace)
        {
            _spans.Enqueue(ended);
        }
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        _measurements.Enqueue(new Measured(instrument.Name, value, tags.ToArray().ToDictionary()));

    /// <summary>One measurement.</summary>
    internal sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags)
    {
        public string? Pattern => Tags.GetValueOrDefault("dynamogen.access_pattern") as string;
    }
}
