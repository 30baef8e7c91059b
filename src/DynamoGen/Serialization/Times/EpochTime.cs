using System.ComponentModel;

namespace DynamoGen.Serialization.Times;

/// <summary>
/// Instants as whole seconds or milliseconds since 1970-01-01 in UTC. What lies between two of them belongs to the earlier one, before 1970 too.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EpochTime
{
    /// <summary>The seconds up to an instant.</summary>
    /// <param name="value">The instant.</param>
    public static long ToSeconds(DateTimeOffset value) => value.ToUnixTimeSeconds();

    /// <summary>The seconds up to a date and time.</summary>
    /// <param name="value">The date and time; a local one is converted to UTC, one of unspecified kind is taken as UTC.</param>
    public static long ToSeconds(DateTime value) => Instant(value).ToUnixTimeSeconds();

    /// <summary>The milliseconds up to an instant.</summary>
    /// <param name="value">The instant.</param>
    public static long ToMilliseconds(DateTimeOffset value) => value.ToUnixTimeMilliseconds();

    /// <summary>The milliseconds up to a date and time.</summary>
    /// <param name="value">The date and time; a local one is converted to UTC, one of unspecified kind is taken as UTC.</param>
    public static long ToMilliseconds(DateTime value) => Instant(value).ToUnixTimeMilliseconds();

    /// <summary>The seconds at or after an instant, for what is not before it; the last second of year 9999 for what is in it.</summary>
    /// <param name="value">The instant.</param>
    public static long UpToSeconds(DateTimeOffset value) => Up(value, TimeSpan.TicksPerSecond, ToSeconds(value));

    /// <inheritdoc cref="UpToSeconds(DateTimeOffset)"/>
    public static long UpToSeconds(DateTime value) => UpToSeconds(Instant(value));

    /// <summary>The milliseconds at or after an instant, for what is not before it; the last millisecond of year 9999 for what is in it.</summary>
    /// <param name="value">The instant.</param>
    public static long UpToMilliseconds(DateTimeOffset value) => Up(value, TimeSpan.TicksPerMillisecond, ToMilliseconds(value));

    /// <inheritdoc cref="UpToMilliseconds(DateTimeOffset)"/>
    public static long UpToMilliseconds(DateTime value) => UpToMilliseconds(Instant(value));

    /// <summary>The instant after so many seconds.</summary>
    /// <param name="seconds">The seconds since 1970.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is before year 1 or after year 9999.</exception>
    public static DateTimeOffset DateTimeOffsetFromSeconds(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    /// <summary>The instant after so many milliseconds.</summary>
    /// <param name="milliseconds">The milliseconds since 1970.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is before year 1 or after year 9999.</exception>
    public static DateTimeOffset DateTimeOffsetFromMilliseconds(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>The date and time in UTC after so many seconds.</summary>
    /// <param name="seconds">The seconds since 1970.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is before year 1 or after year 9999.</exception>
    public static DateTime DateTimeFromSeconds(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;

    /// <summary>The date and time in UTC after so many milliseconds.</summary>
    /// <param name="milliseconds">The milliseconds since 1970.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is before year 1 or after year 9999.</exception>
    public static DateTime DateTimeFromMilliseconds(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;

    /// <summary>Behind the last unit of year 9999 there is none, and the last instant is stored as that unit.</summary>
    private static long Up(DateTimeOffset value, long unit, long down) =>
        value.UtcTicks % unit == 0 || value.UtcTicks / unit == DateTime.MaxValue.Ticks / unit ? down : down + 1;

    private static DateTimeOffset Instant(DateTime value) =>
        new(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
