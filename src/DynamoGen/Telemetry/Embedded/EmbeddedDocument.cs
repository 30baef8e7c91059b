using System.Buffers;
using System.Text;
using System.Text.Json;

namespace DynamoGen.Telemetry.Embedded;

/// <summary>Writes metrics as documents of CloudWatch's Embedded Metric Format: one object a line, with values at its root.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded metric
/// format</see>.
/// </remarks>
internal static class EmbeddedDocument
{
    /// <summary>The member that says what of the document is a metric.</summary>
    public const string Metadata = "_aws";

    private const int MostMetrics = 100;
    private const int MostValues = 100;

    /// <summary>An event has 256 KB at most. A value has 24 bytes and a comma at most, and what is around a metric is counted by its name.</summary>
    private const int MostBytes = 200_000;

    private const int BytesOfValue = 25;
    private const int BytesOfMetric = 100;

    /// <summary>The lines of all metrics that have the same dimensions.</summary>
    public static IEnumerable<string> Lines(string metricNamespace, DimensionSet dimensions, IEnumerable<MetricSeries> series, DateTimeOffset time)
    {
        var waiting = series.SelectMany(Parts).ToList();
        while (waiting.Count > 0)
        {
            var document = new List<MetricPart>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            var bytes = 0;
            var left = new List<MetricPart>();
            foreach (var part in waiting)
            {
                if (document.Count < MostMetrics && (bytes == 0 || bytes + part.Bytes <= MostBytes) && names.Add(part.Series.Name))
                {
                    document.Add(part);
                    bytes += part.Bytes;
                }
                else
                {
                    left.Add(part);
                }
            }

            yield return Line(metricNamespace, dimensions, document, time);
            waiting = left;
        }
    }

    /// <summary>A member has 100 values at most, so that more of them are spread over documents.</summary>
    private static IEnumerable<MetricPart> Parts(MetricSeries series) =>
        series.Values.Chunk(MostValues).Select(values => new MetricPart(series, values));

    private static string Line(string metricNamespace, DimensionSet dimensions, List<MetricPart> metrics, DateTimeOffset time)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject(Metadata);
            writer.WriteNumber("Timestamp", time.ToUnixTimeMilliseconds());
            writer.WriteStartArray("CloudWatchMetrics");
            WriteDirective(writer, metricNamespace, dimensions, metrics);
            writer.WriteEndArray();
            writer.WriteEndObject();
            foreach (var (name, value) in dimensions.Dimensions)
            {
                writer.WriteString(name, value);
            }

            foreach (var metric in metrics)
            {
                WriteValues(writer, metric);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteDirective(Utf8JsonWriter writer, string metricNamespace, DimensionSet dimensions, List<MetricPart> metrics)
    {
        writer.WriteStartObject();
        writer.WriteString("Namespace", metricNamespace);
        writer.WriteStartArray("Dimensions");
        writer.WriteStartArray();
        foreach (var (name, _) in dimensions.Dimensions)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
        writer.WriteStartArray("Metrics");
        foreach (var metric in metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("Name", metric.Series.Name);
            writer.WriteString("Unit", metric.Series.Unit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter writer, MetricPart metric)
    {
        if (metric.Values is [var only])
        {
            writer.WriteNumber(metric.Series.Name, only);
            return;
        }

        writer.WriteStartArray(metric.Series.Name);
        foreach (var value in metric.Values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    private readonly record struct MetricPart(MetricSeries Series, double[] Values)
    {
        public int Bytes => BytesOfMetric + (2 * Series.Name.Length) + (Values.Length * BytesOfValue);
    }
}
