namespace DynamoGen.Serialization.Times;

/// <summary>
/// Reads the forms in which dates and times are written, <c>2012-07-04T00:00:00.0000000Z</c>, its date alone and its time alone, and the quote
/// behind them, without a detour over characters. Other forms go the long way.
/// </summary>
internal static partial class FixedTimestamp
{
    private const int DateLength = 10;
    private const int TimeLength = 16;
    public const int Length = DateLength + 1 + TimeLength + 1;

    /// <summary>The bytes of <c>2012-07-04T00:00:00.000Z</c>.</summary>
    public const int MillisecondsLength = Length - 4;

    /// <summary>Reads a date and time of the form <c>2012-07-04T00:00:00.0000000Z</c>, or the same without a zone.</summary>
    /// <param name="content">The response from behind the opening quote.</param>
    /// <param name="value">The date and time, in UTC with a <c>Z</c> and of no kind without.</param>
    /// <param name="length">The number of bytes with the closing quote.</param>
    public static bool TryRead(ReadOnlySpan<byte> content, out DateTime value, out int length)
    {
        (value, length) = (default, Length + 1);
        if (content.Length <= Length || content[DateLength] != (byte)'T')
        {
            return false;
        }

        var isUtc = content[Length - 1] == (byte)'Z';
        length -= isUtc ? 0 : 1;
        if (content[length - 1] != (byte)'"'
            || !TryDays(content[..DateLength], out var days) || !TryTicks(content.Slice(DateLength + 1, TimeLength), out var ticks))
        {
            return false;
        }

        value = new DateTime((days * TimeSpan.TicksPerDay) + ticks, isUtc ? DateTimeKind.Utc : DateTimeKind.Unspecified);
        return true;
    }

    /// <summary>Reads an instant of the form <c>2012-07-04T00:00:00.000Z</c>.</summary>
    /// <param name="content">The response from behind the opening quote.</param>
    /// <param name="value">The instant, in UTC.</param>
    public static bool TryReadMilliseconds(ReadOnlySpan<byte> content, out DateTime value)
    {
        value = default;
        if (content.Length <= MillisecondsLength || content[MillisecondsLength - 1] != (byte)'Z' || content[MillisecondsLength] != (byte)'"')
        {
            return false;
        }

        Span<byte> whole = stackalloc byte[Length + 1];
        content[..(MillisecondsLength - 1)].CopyTo(whole);
        "0000Z\""u8.CopyTo(whole[(MillisecondsLength - 1)..]);
        return TryRead(whole, out value, out _);
    }

    /// <summary>Reads a date of the form <c>2012-07-04</c>.</summary>
    /// <inheritdoc cref="TryRead(ReadOnlySpan{byte}, out DateTime, out int)"/>
    public static bool TryRead(ReadOnlySpan<byte> content, out DateOnly value, out int length)
    {
        (value, length) = (default, DateLength + 1);
        if (content.Length <= DateLength || content[DateLength] != (byte)'"' || !TryDays(content[..DateLength], out var days))
        {
            return false;
        }

        value = DateOnly.FromDayNumber(days);
        return true;
    }

    /// <summary>Reads a time of day of the form <c>15:04:05.0000000</c>.</summary>
    /// <inheritdoc cref="TryRead(ReadOnlySpan{byte}, out DateTime, out int)"/>
    public static bool TryRead(ReadOnlySpan<byte> content, out TimeOnly value, out int length)
    {
        (value, length) = (default, TimeLength + 1);
        if (content.Length <= TimeLength || content[TimeLength] != (byte)'"' || !TryTicks(content[..TimeLength], out var ticks))
        {
            return false;
        }

        value = new TimeOnly(ticks);
        return true;
    }

    private static bool TryDays(ReadOnlySpan<byte> text, out int days)
    {
        days = 0;
        if (text.Length != DateLength || text[4] != (byte)'-' || text[7] != (byte)'-')
        {
            return false;
        }

        var digits = default(Digits);
        var year = digits.Four(text);
        var month = digits.Two(text[5], text[6]);
        var day = digits.Two(text[8], text[9]);
        if (!digits.AreAll || year < 1 || month is < 1 or > 12 || day < 1 || (day > 28 && day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        days = new DateOnly(year, month, day).DayNumber;
        return true;
    }

    private static bool TryTicks(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length != TimeLength || text[2] != (byte)':' || text[5] != (byte)':' || text[8] != (byte)'.')
        {
            return false;
        }

        var digits = default(Digits);
        var hour = digits.Two(text[0], text[1]);
        var minute = digits.Two(text[3], text[4]);
        var second = digits.Two(text[6], text[7]);
        ticks = (((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond) + digits.Ticks(text[9..]);
        return digits.AreAll && hour <= 23 && minute <= 59 && second <= 59;
    }
}
