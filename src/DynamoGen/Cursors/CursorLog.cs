using Microsoft.Extensions.Logging;

namespace DynamoGen.Cursors;

/// <summary>What is logged of cursors.</summary>
internal static partial class CursorLog
{
    [LoggerMessage(
        20,
        LogLevel.Warning,
        "DynamoGenOptions.CursorKey is not set: the cursors of pages are made with a random key, "
            + "so that they end with this process and no other instance takes them.")]
    public static partial void RandomCursorKey(this ILogger logger);
}
