using System.Diagnostics.Metrics;

namespace DynamoGen.Telemetry.Embedded;

/// <summary>The values that one instrument recorded under one set of dimensions, since they were last written.</summary>
internal sealed class MetricSeries(Instrument instrument)
{
    private readonly List<double> _values = [];

    public string Name => instrument.Name;

    /// <summary>The unit in the words of CloudWatch.</summary>
    public string Unit => instrument.Unit switch
    {
        "s" => "Seconds",
        "ms" => "Milliseconds",
        "By" => "Bytes",
        "%" => "Percent",
        ['{', ..] => "Count",
        _ => "None",
    };

    public IReadOnlyList<double> Values => _values;

    /// <summary>Adds one measurement. A counter adds up, a gauge shows its last value, and a histogram keeps each.</summary>
    /// <returns>Whether there is a value more.</returns>
    public bool Add(double value)
    {
        if (instrument is Histogram<double> or Histogram<long> or Histogram<int> || _values.Count == 0)
        {
            _values.Add(value);
            return true;
        }

        _values[0] = instrument is Counter<double> or Counter<long> ? _values[0] + value : value;
        return false;
    }
}
