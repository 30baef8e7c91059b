using DynamoGen.Regions.Values;

namespace DynamoGen.Regions.Tests.Values;

/// <summary>A page with two counters.</summary>
[Entity<PageTable>]
[Key("PAGE#{Path}", "PAGE")]
public sealed partial record Page(string Path)
{
    public string? Title { get; init; }

    [RegionalCounter]
    public RegionalCount Views { get; init; }

    [RegionalCounter("sa-east-1")]
    [AttributeName("l")]
    public RegionalCount Likes { get; init; }

    [UpdatedRegion]
    public string? UpdatedIn { get; init; }
}
