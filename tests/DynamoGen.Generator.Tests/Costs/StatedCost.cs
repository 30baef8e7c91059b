using System.Globalization;
using System.Text.RegularExpressions;

namespace DynamoGen.Generator.Tests.Costs;

/// <summary>What a message of DG3023 or DG4020 says, as numbers.</summary>
internal sealed partial class StatedCost(string message)
{
    private const int ReadUnit = 4096;
    private const int WriteUnit = 1024;

    public string Message { get; } = message;

    /// <summary>How many items each shard is asked for, where the message speaks of a limit; otherwise all.</summary>
    public int PerShard(int limit)
    {
        var shards = int.Parse(Shards().Match(Message).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return Message.Contains("each for twice its share of the limit and 2 items, or the limit if that is less", StringComparison.Ordinal)
            ? Math.Min(limit, (2 * limit / shards) + 2)
            : int.MaxValue;
    }

    /// <summary>The units of one read of so many bytes.</summary>
    public double Read(int bytes) => double.Parse(ReadUnits().Match(Message).Groups[1].ValueSpan, CultureInfo.InvariantCulture) * Rounded(bytes, ReadUnit);

    /// <summary>The fewest and the most units of a write.</summary>
    /// <param name="item">The bytes of the larger item.</param>
    /// <param name="copy">The bytes of what an index holds that does not hold all.</param>
    public (int Fewest, int Most) Write(int item, int copy)
    {
        var (fewest, most) = Times(OfItem().Match(Message), Rounded(item, WriteUnit));
        foreach (Match match in OfCopy().Matches(Message))
        {
            var (least, greatest) = Times(match, Rounded(copy, WriteUnit));
            (fewest, most) = (fewest + least, most + greatest);
        }

        var markers = OfMarkers().Match(Message) is { Success: true } found ? Times(found, 1) : default;
        return (fewest + markers.Fewest, most + markers.Most);
    }

    private static (int Fewest, int Most) Times(Match match, int units)
    {
        Assert.True(match.Success);
        var most = int.Parse(match.Groups["most"].ValueSpan, CultureInfo.InvariantCulture);
        var fewest = match.Groups["fewest"] is { Success: true } from ? int.Parse(from.ValueSpan, CultureInfo.InvariantCulture) : most;
        return (fewest * units, most * units);
    }

    private static int Rounded(int bytes, int unit) => Math.Max(1, (bytes + unit - 1) / unit);

    [GeneratedRegex(@"([\d.]+) read capacity unit")]
    private static partial Regex ReadUnits();

    [GeneratedRegex(@"in (\d+) requests at once")]
    private static partial Regex Shards();

    [GeneratedRegex(@"(from (?<fewest>\d+) to )?(?<most>\d+) write capacity units? for each KB of the item")]
    private static partial Regex OfItem();

    [GeneratedRegex(@"(from (?<fewest>\d+) to )?(?<most>\d+) for each KB of the copy")]
    private static partial Regex OfCopy();

    [GeneratedRegex(@"(from (?<fewest>\d+) to )?(?<most>\d+) for the markers")]
    private static partial Regex OfMarkers();
}
