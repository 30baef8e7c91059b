using DynamoGen.Telemetry;

namespace DynamoGen.Calls;

/// <summary>Ends calls between two items: what a page holds beyond the item at which the caller cancelled is not for it any more.</summary>
internal static class Cancellation
{
    /// <summary>Records that the call was cancelled, and throws.</summary>
    /// <exception cref="OperationCanceledException">The token is cancelled.</exception>
    public static void ThrowIfCancelled(this AccessPatternCall call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            var cancelled = new OperationCanceledException(cancellationToken);
            call.Failed(cancelled);
            throw cancelled;
        }
    }
}
