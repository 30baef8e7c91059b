using DynamoGen;

namespace HelpDesk.Statistics;

/// <summary>What a day brought to a queue; the first ticket of the day makes it.</summary>
[Entity<HelpDeskTable>]
[Key("STATISTICS#{Queue}", "{Day}")]
public sealed partial record DailyStatistics(string Queue, DateOnly Day) : IHelpDeskItem
{
    public long Opened { get; init; }

    public long Solved { get; init; }
}
