using System.Diagnostics;
using Amazon.Runtime;
using DynamoGen.Refusals;

namespace DynamoGen.Telemetry;

/// <summary>What a span says of the exception that it ended with.</summary>
internal static class SpanFailure
{
    /// <summary>Records an outcome that the caller asked for as an attribute, and anything else as an error. The exception's message is left out.</summary>
    public static void Record(Activity span, Exception failure)
    {
        // DynamoDB's messages can quote values.
        if (failure is AmazonServiceException service)
        {
            span.SetTag(TelemetryAttributes.StatusCode, service.ErrorCode);
            span.SetTag(TelemetryAttributes.RequestId, service.RequestId);
        }

        if (CallOutcome.Of(failure) is { } outcome)
        {
            span.SetTag(TelemetryAttributes.Outcome, outcome);
            return;
        }

        span.SetStatus(ActivityStatusCode.Error);
        span.SetTag(TelemetryAttributes.ErrorType, AccessPatternCall.ErrorType(failure));
        if (Throttling.Reason(failure) is { } reason)
        {
            span.SetTag(TelemetryAttributes.ThrottlingReason, reason);
        }
    }
}
