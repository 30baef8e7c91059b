using System.Globalization;
using System.Text.RegularExpressions;

namespace DynamoGen.Generator.Tests.Costs;

/// <summary>What a message of DG3023 or DG4020 says, as numbers.</summary>
internal sealed partial class StatedCost(string message)
{
    private const int ReadUnit = 4096;
    private const int WriteUnit = 1024;

    public string Message { get; } = message;

    /// <summary>The fewest and the most units of a read of shards.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="items">How many items there are.</param>
    /// <param name="bytes">The bytes of each.</param>
    public (double Fewest, double Most) Shards(int limit, int items, int bytes)
    {
        var match = ReadShards().Match(Message);
        Assert.True(match.Success, Message);
        var shards = Number(match.Groups["shards"]);
        var least = double.Parse(match.Groups["least"].ValueSpan, CultureInfo.InvariantCulture);
        var yielded = Math.Min(limit, items);
        var read = match.Groups["more"].Success
            ? Math.Min(Math.Min((2L * limit) + Number(match.Groups["more"]), (long)Number(match.Groups["times"]) * limit), items)
            : items;

        // Each request is rounded up by itself: less than a unit more for each shard.
        return (Math.Max(least * shards, Read(yielded * bytes)), Read((int)read * bytes) + (least * shards));
    }

    /// <summary>The fewest and the most units of a write that an index takes; none where the message does not name it.</summary>
    /// <param name="index">The index.</param>
    /// <param name="item">The bytes of the larger item.</param>
    /// <param name="copy">The bytes of what an index holds that does not hold all.</param>
    public (int Fewest, int Most) WriteOf(string index, int item, int copy)
    {
        var ofCopy = Regex.Match(Message, $@"; (from (?<fewest>\d+) to )?(?<most>\d+) for each KB of the copy in index '{index}'");
        var ofItem = Regex.Match(Message, $@"(from (?<fewest>\d+) to )?(?<most>\d+) to (index|each of the indexes) [^;0-9]*'{index}'");
        return ofCopy.Success ? Times(ofCopy, Rounded(copy, WriteUnit)) : ofItem.Success ? Times(ofItem, Rounded(item, WriteUnit)) : default;
    }

    /// <summary>The fewest and the most units that bring an item of an older version up to date, without the update that fails.</summary>
    public (int Fewest, int Most) Upgrade(int item) => Times(OfUpgrade().Match(Message), Rounded(item, WriteUnit));

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
        var most = Number(match.Groups["most"]);
        var fewest = match.Groups["fewest"] is { Success: true } from ? Number(from) : most;
        return (fewest * units, most * units);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static int Rounded(int bytes, int unit) => Math.Max(1, (bytes + unit - 1) / unit);

    [GeneratedRegex(@"([\d.]+) read capacity unit")]
    private static partial Regex ReadUnits();

    [GeneratedRegex(@"in (?<shards>\d+) requests at once, one for each shard, (?<least>[\d.]+) or more each"
        + "(: from as many items as the limit to twice as many and (?<more>\\d+), or (?<times>\\d+) times as many if that is less)?")]
    private static partial Regex ReadShards();

    [GeneratedRegex("update that fails, and (from (?<fewest>\\d+) to )?(?<most>\\d+) to bring it up to date")]
    private static partial Regex OfUpgrade();

    [GeneratedRegex(@"(from (?<fewest>\d+) to )?(?<most>\d+) write capacity units? for each KB of the item")]
    private static partial Regex OfItem();

    [GeneratedRegex(@"(from (?<fewest>\d+) to )?(?<most>\d+) for each KB of the copy")]
    private static partial Regex OfCopy();

    [GeneratedRegex(@"(from (?<fewest>\d+) to )?(?<most>\d+) for the markers")]
    private static partial Regex OfMarkers();
}
