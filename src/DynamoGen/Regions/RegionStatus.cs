using DynamoGen.Regions.Writers;

namespace DynamoGen.Regions;

/// <summary>What the copy of one region says of a table's writer.</summary>
/// <param name="Region">The region's system name.</param>
/// <param name="Writer">The writer by the newest failover that has come there; null where none has, or the region does not answer.</param>
/// <param name="Failure">What reading it ended with; null where it answered.</param>
public sealed record RegionStatus(string Region, TableWriter? Writer, Exception? Failure = null);
