namespace DynamoGen.Serialization.Times;

/// <content>Writes the same forms digit by digit, which the framework's custom formats interpret anew each time.</content>
internal static partial class FixedTimestamp
{
    /// <summary>Writes a date and time without a zone.</summary>
    /// <param name="value">The date and time, as it is.</param>
    /// <param name="utf8">Room for <see cref="Length"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(DateTime value, Span<byte> utf8)
    {
        Write(DateOnly.FromDateTime(value), utf8);
        utf8[DateLength] = (byte)'T';
        return DateLength + 1 + Write(new TimeOnly(value.TimeOfDay.Ticks), utf8[(DateLength + 1)..]);
    }

    /// <summary>Writes a date.</summary>
    /// <inheritdoc cref="Write(DateTime, Span{byte})"/>
    public static int Write(DateOnly value, Span<byte> utf8)
    {
        var (year, month, day) = value;
        Two(day, utf8[8..]);
        utf8[7] = (byte)'-';
        Two(month, utf8[5..]);
        utf8[4] = (byte)'-';
        Two(year % 100, utf8[2..]);
        Two(year / 100, utf8);
        return DateLength;
    }

    /// <summary>Writes a time of day.</summary>
    /// <inheritdoc cref="Write(DateTime, Span{byte})"/>
    public static int Write(TimeOnly value, Span<byte> utf8)
    {
        var ticks = (int)(value.Ticks % TimeSpan.TicksPerSecond);
        var seconds = (int)(value.Ticks / TimeSpan.TicksPerSecond);
        utf8[15] = (byte)('0' + (ticks % 10));
        Two(ticks / 10 % 100, utf8[13..]);
        Two(ticks / 1000 % 100, utf8[11..]);
        Two(ticks / 100_000, utf8[9..]);
        utf8[8] = (byte)'.';
        Two(seconds % 60, utf8[6..]);
        utf8[5] = (byte)':';
        Two(seconds / 60 % 60, utf8[3..]);
        utf8[2] = (byte)':';
        Two(seconds / 3600, utf8);
        return TimeLength;
    }

    private static void Two(int number, Span<byte> utf8)
    {
        utf8[1] = (byte)('0' + (number % 10));
        utf8[0] = (byte)('0' + (number / 10));
    }
}
