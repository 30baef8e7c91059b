using System.ComponentModel;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Writes an instant with three digits behind the second, and reads one of any.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetIsoMillisecondsCodec : IScalarCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "S"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Content;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, DateTimeOffset value) => writer.IsoMilliseconds(value.UtcDateTime);

    /// <inheritdoc/>
    public static DateTimeOffset ReadContent(ref WireReader reader) =>
        reader.TryIsoMilliseconds(out var instant) ? new DateTimeOffset(instant) : reader.DateTimeOffsetContent();

    /// <inheritdoc/>
    public static void Write(WireWriter writer, DateTimeOffset value) =>
        ScalarContent.Write<DateTimeOffset, DateTimeOffsetIsoMillisecondsCodec>(writer, value);

    /// <inheritdoc/>
    public static DateTimeOffset Read(ref WireReader reader) => ScalarContent.Read<DateTimeOffset, DateTimeOffsetIsoMillisecondsCodec>(ref reader);
}

/// <summary>Writes a date and time in UTC with three digits behind the second, and reads one of any.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeIsoMillisecondsCodec : IScalarCodec<DateTime>
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Type => "S"u8;

    /// <inheritdoc/>
    public static ContentIdentity Identity => ContentIdentity.Content;

    /// <inheritdoc/>
    public static void WriteContent(WireWriter writer, DateTime value) =>
        writer.IsoMilliseconds(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value);

    /// <inheritdoc/>
    public static DateTime ReadContent(ref WireReader reader) =>
        reader.TryIsoMilliseconds(out var instant) ? instant : DateTime.SpecifyKind(reader.DateTimeContent(), DateTimeKind.Utc);

    /// <inheritdoc/>
    public static void Write(WireWriter writer, DateTime value) => ScalarContent.Write<DateTime, DateTimeIsoMillisecondsCodec>(writer, value);

    /// <inheritdoc/>
    public static DateTime Read(ref WireReader reader) => ScalarContent.Read<DateTime, DateTimeIsoMillisecondsCodec>(ref reader);
}
