using System.Diagnostics.Metrics;

namespace DynamoGen.Telemetry.Embedded;

/// <summary>
/// Writes DynamoGen's metrics as lines of CloudWatch's Embedded Metric Format, from which CloudWatch Logs makes metrics without a call: on AWS Lambda by the
/// standard output, elsewhere by the CloudWatch agent.
/// </summary>
/// <remarks>
/// It listens from when it is made. Counters are added up, histograms keep each value, both until they are written: at each <see cref="FlushAsync"/>, at each
/// <see cref="EmbeddedMetricsOptions.Interval"/>, when 10,000 values wait, and when it is disposed. CloudWatch takes lines at least once. See
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded metric format</see>.
/// </remarks>
public sealed class EmbeddedMetrics : IAsyncDisposable, IDisposable
{
    private const int MostWaiting = 10_000;

    private readonly EmbeddedMetricsOptions _options;
    private readonly KeyValuePair<string, string>[] _dimensions;
    private readonly HashSet<string> _dimensionTags;
    private readonly TimeProvider _timeProvider;
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ITimer? _timer;
    private Dictionary<DimensionSet, Dictionary<Instrument, MetricSeries>> _series = [];
    private int _waiting;
    private bool _disposed;

    /// <summary>Begins to listen.</summary>
    /// <param name="options">What becomes of the metrics.</param>
    /// <param name="timeProvider">The clock of timestamps and of the interval; null for the system's.</param>
    /// <exception cref="InvalidOperationException">The options ask for what CloudWatch does not take.</exception>
    public EmbeddedMetrics(EmbeddedMetricsOptions options, TimeProvider? timeProvider = null)
        : this(options, timeProvider, static instrument => instrument.Meter.Name == DynamoGenTelemetry.Name)
    {
    }

    internal EmbeddedMetrics(EmbeddedMetricsOptions options, TimeProvider? timeProvider, Func<Instrument, bool> isOurs)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Verify();
        _options = options;

        // As they were verified: more of them, added later, would make documents that CloudWatch does not take.
        _dimensions = [.. options.Dimensions];
        _dimensionTags = new HashSet<string>(options.DimensionTags, StringComparer.Ordinal);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (isOurs(instrument))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
        if (options.Interval is { } interval)
        {
            _timer = _timeProvider.CreateTimer(static metrics => ((EmbeddedMetrics)metrics!).FlushAside(), this, interval, interval);
        }
    }

    /// <summary>Writes all that was recorded since the last time. Call it at the end of each invocation of a Lambda function.</summary>
    /// <param name="cancellationToken">Ends the call; lines that are not written then are lost.</param>
    public async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        _listener.RecordObservableInstruments();
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var line in TakeLines())
            {
                await _options.Output.WriteLineAsync(line.AsMemory(), cancellationToken).ConfigureAwait(false);
            }

            await _options.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Writes what is left and listens no more.</summary>
    public void Dispose()
    {
        if (Stop())
        {
            _timer?.Dispose();
            Flush();
            _listener.Dispose();
        }
    }

    /// <summary>Writes what is left and listens no more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Stop())
        {
            await (_timer?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
            await FlushAsync().ConfigureAwait(false);
            _listener.Dispose();
        }
    }

    private bool Stop()
    {
        lock (_lock)
        {
            var first = !_disposed;
            _disposed = true;
            return first;
        }
    }

    private void Flush()
    {
        _listener.RecordObservableInstruments();
        _writing.Wait();
        WriteWaiting();
    }

    /// <summary>As <see cref="Flush"/>, for whom nobody waits: the timer's thread has no one else to tell of a failure.</summary>
    private void FlushAside()
    {
        try
        {
            Flush();
        }
        catch (Exception exception)
        {
            _options.OnFailure?.Invoke(exception);
        }
    }

    private void WriteWaiting()
    {
        try
        {
            foreach (var line in TakeLines())
            {
                _options.Output.WriteLine(line);
            }

            _options.Output.Flush();
        }
        finally
        {
            _writing.Release();
        }
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        var dimensions = Dimensions(tags);
        var isFull = false;
        lock (_lock)
        {
            if (!_series.TryGetValue(dimensions, out var ofDimensions))
            {
                _series[dimensions] = ofDimensions = [];
            }

            if (!ofDimensions.TryGetValue(instrument, out var series))
            {
                ofDimensions[instrument] = series = new MetricSeries(instrument);
            }

            isFull = series.Add(value) && ++_waiting >= MostWaiting;
        }

        // Where somebody is writing already, the next measurement tries again.
        if (isFull && _writing.Wait(0))
        {
            WriteAside();
        }
    }

    /// <summary>A call of a repository does not fail because its metrics cannot be written.</summary>
    private void WriteAside()
    {
        try
        {
            WriteWaiting();
        }
        catch (Exception exception)
        {
            _options.OnFailure?.Invoke(exception);
        }
    }

    private DimensionSet Dimensions(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        const int LongestValue = 1024;
        var dimensions = new List<KeyValuePair<string, string>>(_dimensions);
        foreach (var (name, value) in tags)
        {
            if (_dimensionTags.Contains(name) && value?.ToString() is { Length: > 0 } text)
            {
                dimensions.Add(new(name, text.Length > LongestValue ? text[..LongestValue] : text));
            }
        }

        return new DimensionSet(dimensions);
    }

    /// <summary>Takes what waits, as lines.</summary>
    private List<string> TakeLines()
    {
        Dictionary<DimensionSet, Dictionary<Instrument, MetricSeries>> taken;
        lock (_lock)
        {
            (taken, _series, _waiting) = (_series, [], 0);
        }

        var now = _timeProvider.GetUtcNow();
        return [.. taken.SelectMany(series => EmbeddedDocument.Lines(_options.Namespace, series.Key, series.Value.Values, now))];
    }
}
