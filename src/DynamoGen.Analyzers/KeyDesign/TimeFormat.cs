namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// Reads .NET's date and time format strings. See
/// <see href="https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings">custom date and time format strings</see>.
/// </summary>
internal static class TimeFormat
{
    private static readonly Dictionary<char, string> StandardFormats = new()
    {
        ['f'] = "Oo",
        ['F'] = "",
        ['s'] = "FGORTUorsu",
        ['m'] = "FGORTUorsufgt",
        ['H'] = "FGORTUorsufgt",
        ['h'] = "",
        ['d'] = "FGORTUorsufgtDdMm",
        ['M'] = "FGORTUorsufgtDdMmYy",
    };

    /// <summary>
    /// Whether the format keeps a part of the time, by its letter in custom formats:
    /// <c>f</c>, <c>F</c>, <c>s</c>, <c>m</c>, <c>H</c>, <c>h</c>, <c>d</c> or <c>M</c>.
    /// Text in quotes and behind a backslash does not count.
    /// </summary>
    public static bool Keeps(string format, char part)
    {
        if (format.Length == 1)
        {
            return StandardFormats[part].Contains(format);
        }

        char? quote = null;
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c == '\\')
            {
                i++;
            }
            else if (quote is not null)
            {
                quote = c == quote ? null : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == part)
            {
                return true;
            }
        }

        return false;
    }
}
