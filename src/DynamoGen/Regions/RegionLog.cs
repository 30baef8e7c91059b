using Microsoft.Extensions.Logging;

namespace DynamoGen.Regions;

/// <summary>What is logged of regions: names, never a key's or attribute's value.</summary>
internal static partial class RegionLog
{
    [LoggerMessage(31, LogLevel.Warning, "The region {Region} is {Health}: reads go elsewhere while it is not healthy, and come back when it is.")]
    public static partial void RegionHealthChanged(this ILogger logger, string region, string health);

    [LoggerMessage(32, LogLevel.Warning, "The region {Region} does not say which region writes the table {Table}: {ErrorType}.")]
    public static partial void WriterUnread(this ILogger logger, string region, string table, string errorType);
}
