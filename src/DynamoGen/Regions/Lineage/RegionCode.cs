using System.Diagnostics;

namespace DynamoGen.Regions.Lineage;

/// <summary>The short name of a region in marks: <c>apse1</c> for <c>ap-southeast-1</c>. A name that is not made like that stands for itself.</summary>
internal static class RegionCode
{
    private static readonly (string Code, string Direction)[] Directions =
    [
        ("ne", "northeast"), ("nw", "northwest"), ("se", "southeast"), ("sw", "southwest"), ("n", "north"), ("s", "south"), ("e", "east"), ("w", "west"),
        ("c", "central"),
    ];

    // A process writes in one region, as a rule.
    private static Known? _last;

    /// <summary>The short name of a region.</summary>
    /// <param name="region">Its system name.</param>
    public static string Of(string region)
    {
        var last = _last;
        if (last?.Region != region)
        {
            _last = last = new Known(region, Shortened(region));
        }

        return last.Code;
    }

    private static string Shortened(string region)
    {
        var parts = region.Split('-');
        return parts is [{ Length: 2 }, var direction, { Length: > 0 } number]
            && number.All(char.IsAsciiDigit)
            && Array.Find(Directions, known => known.Direction == direction) is { Code: { } code }
                ? parts[0] + code + number
                : region;
    }

    /// <summary>The system name of a region.</summary>
    /// <param name="code">Its short name.</param>
    public static string Region(string code)
    {
        var known = code.Length < 4 ? default : Array.Find(Directions, direction => code.AsSpan(2).StartsWith(direction.Code, StringComparison.Ordinal));
        if (known.Code is null || code.Contains('-', StringComparison.Ordinal))
        {
            return code;
        }

        var number = code[(2 + known.Code.Length)..];
        Debug.Assert(
            Directions.TakeWhile(direction => direction != known).All(direction => direction.Code.Length >= known.Code.Length), "Longer codes come first.");
        return number.Length > 0 && number.All(char.IsAsciiDigit) ? $"{code[..2]}-{known.Direction}-{number}" : code;
    }

    private sealed class Known(string region, string code)
    {
        public string Region => region;

        public string Code => code;
    }
}
