using System.Globalization;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.Lambda;

/// <summary>The tumbling window that an event of AWS Lambda belongs to.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-windows.html">tumbling windows with DynamoDB</see>. A window is at most 900
/// seconds long, and ends early where its state would be larger than 1 MB.
/// </remarks>
public sealed record StreamWindow
{
    /// <summary>When the window begins.</summary>
    public DateTimeOffset Start { get; init; }

    /// <summary>When the window ends.</summary>
    public DateTimeOffset End { get; init; }

    /// <summary>The shard that the window is of.</summary>
    public string ShardId { get; init; } = string.Empty;

    /// <summary>Whether this is the last event of the window.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether the window ends before its time.</summary>
    public bool IsTerminatedEarly { get; init; }

    /// <summary>What the function returned as the state last, as JSON; an empty object at first.</summary>
    internal ReadOnlyMemory<byte> State { get; init; }

    internal static StreamWindow? Read(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> source, ref WireReader reader, StreamWindow? window)
    {
        if (name.SequenceEqual("window"u8))
        {
            return ReadBounds(ref reader, window ?? new());
        }

        if (name.SequenceEqual("state"u8))
        {
            var start = reader.StartOfValue();
            reader.SkipJson();
            return (window ?? new()) with { State = source[start..reader.Position] };
        }

        if (name.SequenceEqual("shardId"u8))
        {
            return (window ?? new()) with { ShardId = System.Text.Encoding.UTF8.GetString(reader.ReadText()) };
        }

        if (name.SequenceEqual("isFinalInvokeForWindow"u8))
        {
            return (window ?? new()) with { IsFinal = reader.ReadJsonBoolean() };
        }

        if (name.SequenceEqual("isWindowTerminatedEarly"u8))
        {
            return (window ?? new()) with { IsTerminatedEarly = reader.ReadJsonBoolean() };
        }

        reader.SkipJson();
        return window;
    }

    private static StreamWindow ReadBounds(ref WireReader reader, StreamWindow window)
    {
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("start"u8))
            {
                window = window with { Start = Time(reader.ReadText()) };
            }
            else if (name.SequenceEqual("end"u8))
            {
                window = window with { End = Time(reader.ReadText()) };
            }
            else
            {
                reader.SkipJson();
            }
        }

        return window;
    }

    private static DateTimeOffset Time(ReadOnlySpan<byte> text) =>
        DateTimeOffset.TryParse(System.Text.Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time : throw new ItemFormatException(null, null, "the time of a window", "other text");
}
