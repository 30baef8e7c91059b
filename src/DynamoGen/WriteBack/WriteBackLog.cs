using Microsoft.Extensions.Logging;

namespace DynamoGen.WriteBack;

/// <summary>What is logged of items that are written back: names, never an exception's message, which can quote values.</summary>
internal static partial class WriteBackLog
{
    [LoggerMessage(50, LogLevel.Warning, "An older item of {Entity} in table {Table} was not written back: {ErrorType}. It stays readable as it is.")]
    public static partial void WriteBackFailed(this ILogger logger, string entity, string table, string errorType);
}
