namespace DynamoGen.Testing;

/// <summary>The server of all regions.</summary>
/// <param name="Endpoint">Where it answers.</param>
/// <param name="AccessKey">The access key, which with the region's name chooses a database.</param>
internal sealed record RegionServer(Uri Endpoint, string AccessKey);
