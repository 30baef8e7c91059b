using System.Diagnostics;
using System.Text;
using DynamoGen.Serialization;

namespace DynamoGen.Telemetry;

/// <summary>What a request says of itself that a span shows. It is read from the request's own JSON, and only where a span is recorded.</summary>
internal static class RequestDetails
{
    /// <summary>Puts the details on a span. Keys, items and values are stepped over.</summary>
    public static void Describe(Activity span, ReadOnlySpan<byte> request)
    {
        var reader = new WireReader(request);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("ConsistentRead"u8))
            {
                span.SetTag(TelemetryAttributes.ConsistentRead, reader.ReadJsonBoolean());
            }
            else if (name.SequenceEqual("ScanIndexForward"u8))
            {
                span.SetTag(TelemetryAttributes.ScanForward, reader.ReadJsonBoolean());
            }
            else if (NumberOf(name) is { } number)
            {
                span.SetTag(number, (long)reader.ReadJsonNumber());
            }
            else if (name.SequenceEqual("Select"u8))
            {
                span.SetTag(TelemetryAttributes.Select, Encoding.UTF8.GetString(reader.ReadText()));
            }
            else if (name.SequenceEqual("TransactItems"u8))
            {
                DescribeBatch(span, CountElements(ref reader));
            }
            else if (name.SequenceEqual("RequestItems"u8))
            {
                DescribeBatch(span, CountEntries(ref reader, span));
            }
            else
            {
                reader.SkipJson();
            }
        }
    }

    private static string? NumberOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("Limit"u8) ? TelemetryAttributes.Limit
        : name.SequenceEqual("Segment"u8) ? TelemetryAttributes.Segment
        : name.SequenceEqual("TotalSegments"u8) ? TelemetryAttributes.TotalSegments
        : null;

    /// <summary>A batch of one is none, by the conventions.</summary>
    private static void DescribeBatch(Activity span, int size)
    {
        if (size > 1)
        {
            span.SetTag(TelemetryAttributes.BatchSize, size);
        }
    }

    /// <summary>Counts the entries of <c>{"table":[entry,...]}</c> and of <c>{"table":{"Keys":[key,...],"ConsistentRead":true}}</c>.</summary>
    private static int CountEntries(ref WireReader reader, Activity span)
    {
        var count = 0;
        reader.BeginObject();
        while (reader.NextMember(out _))
        {
            var probe = reader;
            if (!IsObject(ref probe))
            {
                count += CountElements(ref reader);
                continue;
            }

            reader.BeginObject();
            while (reader.NextMember(out var name))
            {
                if (name.SequenceEqual("Keys"u8))
                {
                    count += CountElements(ref reader);
                }
                else if (name.SequenceEqual("ConsistentRead"u8))
                {
                    span.SetTag(TelemetryAttributes.ConsistentRead, reader.ReadJsonBoolean());
                }
                else
                {
                    reader.SkipJson();
                }
            }
        }

        return count;
    }

    private static bool IsObject(ref WireReader probe) => probe.ReadRawJson() is [(byte)'{', ..];

    private static int CountElements(ref WireReader reader)
    {
        var count = 0;
        reader.BeginArray();
        while (reader.NextElement())
        {
            reader.SkipJson();
            count++;
        }

        return count;
    }
}
