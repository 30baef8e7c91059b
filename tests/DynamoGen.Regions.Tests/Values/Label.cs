using DynamoGen.Regions.Values;

namespace DynamoGen.Regions.Tests.Values;

/// <summary>What all regions may name and tag.</summary>
[Entity<PageTable>]
[Key("LABEL#{Id}", "LABEL")]
public sealed partial record Label(string Id)
{
    public string? Comment { get; init; }

    [RegionalSet("sa-east-1")]
    public RegionalSet<string> Tags { get; init; }

    [RegionalRegister, AttributeName("n")]
    public RegionalRegister<string> Name { get; init; }

    [UpdatedRegion]
    public string? UpdatedIn { get; init; }
}
