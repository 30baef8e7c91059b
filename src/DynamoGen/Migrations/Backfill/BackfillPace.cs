namespace DynamoGen.Migrations.Backfill;

/// <summary>How fast one process copies.</summary>
/// <param name="UnitsPerSecond">The capacity units a second that it allows itself now; null for as much as DynamoDB takes.</param>
/// <param name="IsThrottled">Whether that is less than it was, because DynamoDB throttled; it grows again.</param>
public sealed record BackfillPace(double? UnitsPerSecond, bool IsThrottled);
