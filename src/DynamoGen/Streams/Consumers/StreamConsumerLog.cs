using Microsoft.Extensions.Logging;

namespace DynamoGen.Streams.Consumers;

/// <summary>What is logged of a consumer: names and numbers, never a key's or attribute's value.</summary>
internal static partial class StreamConsumerLog
{
    [LoggerMessage(20, LogLevel.Warning, "{Operation} of stream {Stream} failed: {ErrorType}. It is tried again.")]
    public static partial void StreamFailed(this ILogger logger, string operation, string stream, string errorType);

    [LoggerMessage(21, LogLevel.Information, "The lease of shard {Shard} of stream {Stream} was {Move}.")]
    public static partial void LeaseMoved(this ILogger logger, string shard, string stream, string move);

    [LoggerMessage(22, LogLevel.Error, "Records of shard {Shard} of stream {Stream} are lost. Last read: {LastRead}. The shard is gone: {IsGone}.")]
    public static partial void Trimmed(this ILogger logger, string shard, string stream, string lastRead, bool isGone);

    [LoggerMessage(23, LogLevel.Warning, "Handler {Handler} failed on a record of stream {Stream}: {Reason}")]
    public static partial void HandlerFailed(this ILogger logger, string handler, string stream, string reason);
}
