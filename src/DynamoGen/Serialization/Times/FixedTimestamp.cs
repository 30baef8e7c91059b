namespace DynamoGen.Serialization.Times;

/// <summary>Reads the form in which instants are written, <c>2012-07-04T00:00:00.0000000Z</c>, without a detour over characters. Other forms go the long way.</summary>
internal static class FixedTimestamp
{
    private const int Length = 28;

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (text.Length != Length
            || text[4] != (byte)'-' || text[7] != (byte)'-' || text[10] != (byte)'T' || text[13] != (byte)':' || text[16] != (byte)':' || text[19] != (byte)'.' || text[27] != (byte)'Z')
        {
            return false;
        }

        var isNumber = true;
        var year = Number(text[..4], ref isNumber);
        var month = Number(text.Slice(5, 2), ref isNumber);
        var day = Number(text.Slice(8, 2), ref isNumber);
        var hour = Number(text.Slice(11, 2), ref isNumber);
        var minute = Number(text.Slice(14, 2), ref isNumber);
        var second = Number(text.Slice(17, 2), ref isNumber);
        var ticks = Number(text.Slice(20, 7), ref isNumber);
        if (!isNumber || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        value = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(ticks);
        return true;
    }

    private static int Number(ReadOnlySpan<byte> digits, ref bool isNumber)
    {
        var number = 0;
        foreach (var symbol in digits)
        {
            var digit = symbol - '0';
            isNumber &= digit is >= 0 and <= 9;
            number = (number * 10) + digit;
        }

        return number;
    }
}
