namespace DynamoGen.Schema;

/// <summary>How much traffic a table has at its peak, as its <see cref="TrafficAttribute"/> declares it.</summary>
/// <param name="ReadsPerSecond">Read capacity units a second.</param>
/// <param name="WritesPerSecond">Write capacity units a second.</param>
public sealed record TrafficSchema(int ReadsPerSecond, int WritesPerSecond);
