using System.Globalization;
using System.Text;
using DynamoGen.Serialization;

namespace DynamoGen.Tests.Serialization.FastPaths;

/// <summary>Reads one content twice: as it stands, and with its first character escaped, which no fast path takes.</summary>
internal static class TwoWays
{
    public delegate T Read<out T>(ref WireReader reader);

    /// <summary>Verifies that both ways yield the same value, or both the same error.</summary>
    public static void AreOne<T>(string type, string content, Read<T> read)
    {
        if (content.Length > 0 && content[0] < ' ')
        {
            return;
        }

        var escaped = content.Length == 0 ? content : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)content[0]:x4}{content[1..]}");
        Assert.Equal((content, Outcome(type, escaped, read)), (content, Outcome(type, content, read)));
    }

    public static string Outcome<T>(string type, string content, Read<T> read)
    {
        var reader = new WireReader(Encoding.UTF8.GetBytes($$"""{"{{type}}":"{{content}}"}"""));
        try
        {
            var value = read(ref reader);
            reader.EndOfResponse();
            return Text(value);
        }
        catch (ItemFormatException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>A content with one of its characters changed, left out or doubled.</summary>
    public static string Changed(string content, Random random, string symbols)
    {
        var at = random.Next(content.Length);
        var symbol = symbols[random.Next(symbols.Length)];
        return random.Next(4) switch
        {
            0 => content.Remove(at, 1),
            1 => content.Insert(at, symbol.ToString()),
            _ => $"{content[..at]}{symbol}{content[(at + 1)..]}",
        };
    }

    private static string Text<T>(T value) => value switch
    {
        byte[] bytes => "bytes " + Convert.ToHexString(bytes),
        DateTime time => time.ToString("o", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("o", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "null",
    };
}
