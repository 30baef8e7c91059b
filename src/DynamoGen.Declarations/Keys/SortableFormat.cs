namespace DynamoGen.Declarations.Keys;

/// <summary>Tells whether texts in a date format sort as the dates do: units from the largest to the smallest, none left out, each in full width.</summary>
internal static class SortableFormat
{
    private static readonly string[] Units = ["yyyy", "MM", "dd", "HH", "mm", "ss"];

    public static bool IsSortable(string format, KeyPartKind kind)
    {
        var next = kind == KeyPartKind.Time ? 3 : 0;
        var last = kind == KeyPartKind.Date ? 3 : Units.Length;
        var first = next;
        var position = 0;
        while (position < format.Length)
        {
            var c = format[position];
            if (!char.IsLetter(c) || (c is 'T' or 'Z' && kind is not (KeyPartKind.Date or KeyPartKind.Time)))
            {
                if (c is '\'' or '"' or '\\' or '%' or '/')
                {
                    return false;
                }

                position++;
            }
            else if (c == 'f')
            {
                var length = format.Skip(position).TakeWhile(letter => letter == 'f').Count();
                if (next != Units.Length || length > 7 || kind == KeyPartKind.Date || format.IndexOf('f', position + length) >= 0)
                {
                    return false;
                }

                position += length;
            }
            else if (next < last && string.CompareOrdinal(format, position, Units[next], 0, Units[next].Length) == 0)
            {
                position += Units[next++].Length;
            }
            else
            {
                return false;
            }
        }

        return next > first;
    }

    /// <summary>The part of a format up to and with its day, or null where it has no day.</summary>
    public static string? UpToDay(string format)
    {
        var day = format.IndexOf("dd", StringComparison.Ordinal);
        return day < 0 ? null : format.Substring(0, day + 2);
    }

    /// <summary>Whether the format keeps less than a second.</summary>
    public static bool HasFraction(string format) => format.IndexOf('f') >= 0;

    /// <summary>Whether the format keeps every tick of a time.</summary>
    public static bool IsExact(string format) => format.IndexOf("fffffff", StringComparison.Ordinal) >= 0;
}
