namespace DynamoGen.Regions.Writers;

/// <summary>Which region writes the items of a table of one region, by what a failover has stored.</summary>
/// <param name="Region">The region's system name.</param>
/// <param name="Epoch">The time in which it writes.</param>
/// <param name="Since">When the failover was; null before the first one, and where an item alone told of it.</param>
public sealed record TableWriter(string Region, WriterEpoch Epoch, DateTimeOffset? Since = null);
