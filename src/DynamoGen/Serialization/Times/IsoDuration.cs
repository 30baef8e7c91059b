using System.Xml;

namespace DynamoGen.Serialization.Times;

/// <summary>
/// Durations in ISO 8601 form. They are written in fixed width, days, hours, minutes, seconds and ticks, so that the text order of those that are not
/// negative is their order.
/// </summary>
internal static class IsoDuration
{
    public const int MaxLength = 32;

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
