using System.Xml;

namespace DynamoGen.Serialization.Times;

/// <summary>
/// Durations in ISO 8601 form. They are written in fixed width, days, hours, minutes, seconds and ticks, so that the text order of those that are not
/// negative is their order.
/// </summary>
internal static class IsoDuration
{
    public const int MaxLength = 32;
    private const int FixedLength = 28;

    /// <summary>A duration of fewer whole days than the longest one has cannot exceed it, whatever its hours.</summary>
    private const int MostDays = (int)(long.MaxValue / TimeSpan.TicksPerDay);

    /// <returns>How many bytes were written.</returns>
    public static int Write(TimeSpan value, Span<byte> utf8)
    {
        var length = 0;
        if (value < TimeSpan.Zero)
        {
            utf8[length++] = (byte)'-';
        }

        utf8[length++] = (byte)'P';
        Append(utf8, ref length, value.Days, 8, 'D');
        utf8[length++] = (byte)'T';
        Append(utf8, ref length, value.Hours, 2, 'H');
        Append(utf8, ref length, value.Minutes, 2, 'M');
        Append(utf8, ref length, value.Seconds, 2, '.');
        Append(utf8, ref length, (int)(value.Ticks % TimeSpan.TicksPerSecond), 7, 'S');
        return length;
    }

    /// <summary>Reads the form that is written, and the quote behind it. Other forms go the long way.</summary>
    /// <param name="content">The response from behind the opening quote.</param>
    /// <param name="value">The duration.</param>
    /// <param name="length">The number of bytes with the closing quote.</param>
    public static bool TryRead(ReadOnlySpan<byte> content, out TimeSpan value, out int length)
    {
        var isNegative = content.Length > 0 && content[0] == (byte)'-';
        var text = isNegative ? content[1..] : content;
        (value, length) = (default, FixedLength + (isNegative ? 2 : 1));
        if (text.Length <= FixedLength || text[0] != (byte)'P' || text[9] != (byte)'D' || text[10] != (byte)'T' || text[13] != (byte)'H'
            || text[16] != (byte)'M' || text[19] != (byte)'.' || text[27] != (byte)'S' || text[FixedLength] != (byte)'"')
        {
            return false;
        }

        var digits = default(Digits);
        var days = (digits.Four(text[1..]) * 10_000) + digits.Four(text[5..]);
        var hours = digits.Two(text[11], text[12]);
        var minutes = digits.Two(text[14], text[15]);
        var seconds = digits.Two(text[17], text[18]);
        var ticks = (((((((days * 24L) + hours) * 60) + minutes) * 60) + seconds) * TimeSpan.TicksPerSecond) + digits.Ticks(text[20..]);
        value = new TimeSpan(isNegative ? -ticks : ticks);
        return digits.AreAll && days < MostDays && hours <= 23 && minutes <= 59 && seconds <= 59;
    }

    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = default;
        var time = text.IndexOf('T');
        if (text.Length == 0 || text.ContainsAnyExcept("-PTDHMS.0123456789") || (time < 0 ? text : text[..time]).IndexOf('M') >= 0)
        {
            return false;
        }

        try
        {
            value = XmlConvert.ToTimeSpan(text.ToString());
            return true;
        }
        catch (Exception invalid) when (invalid is FormatException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>The parts of a negative duration are negative one by one; the sign before the whole stands for all.</summary>
    private static void Append(Span<byte> utf8, ref int length, int number, int width, char behind)
    {
        var digits = Math.Abs(number);
        for (var position = length + width - 1; position >= length; position--)
        {
            utf8[position] = (byte)('0' + (digits % 10));
            digits /= 10;
        }

        length += width;
        utf8[length++] = (byte)behind;
    }
}
