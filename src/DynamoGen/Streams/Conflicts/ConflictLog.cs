using Microsoft.Extensions.Logging;

namespace DynamoGen.Streams.Conflicts;

/// <summary>What is logged of lost updates: marks and names, never a key's or attribute's value.</summary>
internal static partial class ConflictLog
{
    [LoggerMessage(
        30, LogLevel.Warning, "Write {Lost} of table {Table} in {LostRegion} was overwritten by write {Won} of {WonRegion}, which did not know it.")]
    public static partial void LostUpdate(this ILogger logger, string lost, string table, string lostRegion, string won, string wonRegion);
}
