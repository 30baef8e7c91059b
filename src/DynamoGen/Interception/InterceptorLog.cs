using Microsoft.Extensions.Logging;

namespace DynamoGen.Interception;

/// <summary>What is logged of interceptors: names, never an exception's message, which can quote values.</summary>
internal static partial class InterceptorLog
{
    [LoggerMessage(
        7, LogLevel.Warning, "{Interceptor} failed after a request of {AccessPattern} on table {Table} had ended: {ErrorType}. The request's outcome stands.")]
    public static partial void InterceptorFailed(this ILogger logger, string interceptor, string accessPattern, string table, string errorType);
}
