namespace DynamoGen.Timing;

/// <summary>
/// Waits by the clock that it is given, and goes on where the clock or the canceller runs: <c>Task.Delay</c> goes on in the thread pool when cancelled.
/// </summary>
internal static class Waiting
{
    /// <summary>Waits for a time.</summary>
    /// <returns>Whether the time is over; false if the token was cancelled before.</returns>
    public static async ValueTask<bool> WaitAsync(this TimeProvider timeProvider, TimeSpan time, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource<bool>();
        using var timer = timeProvider.CreateTimer(
            static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), over, time, Timeout.InfiniteTimeSpan);
        using var cancelled = cancellationToken.UnsafeRegister(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(false), over);
        return await over.Task.ConfigureAwait(false);
    }
}
