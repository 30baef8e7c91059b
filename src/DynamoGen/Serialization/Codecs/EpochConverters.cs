using System.ComponentModel;
using DynamoGen.Serialization.Times;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Stores a DateTimeOffset as seconds since 1970.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetEpochSeconds : IAttributeConverter<DateTimeOffset, long>
{
    /// <inheritdoc/>
    public static long ToStored(DateTimeOffset value) => EpochTime.ToSeconds(value);

    /// <inheritdoc/>
    public static DateTimeOffset FromStored(long stored) => EpochTime.DateTimeOffsetFromSeconds(stored);
}

/// <summary>Stores a DateTime as seconds since 1970.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeEpochSeconds : IAttributeConverter<DateTime, long>
{
    /// <inheritdoc/>
    public static long ToStored(DateTime value) => EpochTime.ToSeconds(value);

    /// <inheritdoc/>
    public static DateTime FromStored(long stored) => EpochTime.DateTimeFromSeconds(stored);
}

/// <summary>Stores a DateTimeOffset as milliseconds since 1970.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetEpochMilliseconds : IAttributeConverter<DateTimeOffset, long>
{
    /// <inheritdoc/>
    public static long ToStored(DateTimeOffset value) => EpochTime.ToMilliseconds(value);

    /// <inheritdoc/>
    public static DateTimeOffset FromStored(long stored) => EpochTime.DateTimeOffsetFromMilliseconds(stored);
}

/// <summary>Stores a DateTime as milliseconds since 1970.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeEpochMilliseconds : IAttributeConverter<DateTime, long>
{
    /// <inheritdoc/>
    public static long ToStored(DateTime value) => EpochTime.ToMilliseconds(value);

    /// <inheritdoc/>
    public static DateTime FromStored(long stored) => EpochTime.DateTimeFromMilliseconds(stored);
}
