using System.Globalization;
using DynamoGen.Telemetry.Reports;

namespace DynamoGen.Telemetry.HotKeys;

/// <summary>The partition keys that consumed the most, the hottest of each table and index first.</summary>
/// <param name="Keys">The keys.</param>
public sealed record HotKeyReport(IReadOnlyList<HotKey> Keys)
{
    /// <summary>The report as a table for people.</summary>
    public override string ToString() => TextTable.Aligned(
    [
        ["table", "index", "access pattern", "key", "share", "units", "throttles"],
        .. Keys.Select(static key => new[]
        {
            key.Table,
            key.Index ?? "-",
            key.AccessPattern,
            key.Key ?? key.Hash,
            key.Share.ToString("P1", CultureInfo.InvariantCulture),
            key.Units.ToString("N1", CultureInfo.InvariantCulture),
            key.Throttles.ToString(CultureInfo.InvariantCulture),
        }),
    ]);
}
