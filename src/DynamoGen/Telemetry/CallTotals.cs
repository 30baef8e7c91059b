namespace DynamoGen.Telemetry;

/// <summary>What a call came to, over all its requests.</summary>
/// <param name="Requests">The requests that were sent.</param>
/// <param name="Items">The items that were returned or written.</param>
/// <param name="Scanned">The items that were read for them; null for operations that read no others.</param>
/// <param name="CapacityUnits">What it consumed.</param>
/// <param name="IsRead">Whether it read.</param>
internal readonly record struct CallTotals(int Requests, long Items, long? Scanned, double CapacityUnits, bool IsRead);
