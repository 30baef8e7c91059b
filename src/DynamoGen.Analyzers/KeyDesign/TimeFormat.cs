namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// Reads .NET's date and time format strings. See
/// <see href="https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings">custom date and time format strings</see>.
/// </summary>
internal static class TimeFormat
{
    private const string StandardFormatsWithSeconds = "FGORTUorsu";

    /// <summary>Whether the format keeps seconds; text in quotes and behind a backslash does not count.</summary>
    public static bool HasSeconds(string format)
    {
        if (format.Length == 1)
        {
            return StandardFormatsWithSeconds.Contains(format);
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
            else if (c is 's')
            {
                return true;
            }
        }

        return false;
    }
}
