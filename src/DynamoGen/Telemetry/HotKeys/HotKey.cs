namespace DynamoGen.Telemetry.HotKeys;

/// <summary>One partition key that consumes much.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Index">The index's name; null for the table.</param>
/// <param name="AccessPattern">The access pattern that used the key last.</param>
/// <param name="Hash">The key's hash, 32 hexadecimal digits.</param>
/// <param name="Key">The key itself, where <see cref="HotKeyOptions.ShowKeys"/> is set; else null.</param>
/// <param name="Units">The capacity units that it consumed, of both kinds, at most.</param>
/// <param name="UncertainUnits">How many of the units may belong to other keys.</param>
/// <param name="Share">The units as a part of all that the table or index consumed, from 0 to 1.</param>
/// <param name="Throttles">How often requests of it were throttled because their key range is too hot.</param>
public sealed record HotKey(
    string Table, string? Index, string AccessPattern, string Hash, string? Key, double Units, double UncertainUnits, double Share, long Throttles);
