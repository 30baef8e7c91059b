namespace OrderFunction;

/// <summary>What a runtime of AWS Lambda does: it asks for the next event, hands it to the function and sends the answer, until it is stopped.</summary>
internal static class RuntimeLoop
{
    /// <summary>The time that is left for the answer when the records that are not handled yet are given up.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    /// <param name="runtime">Where the events come from.</param>
    /// <param name="function">The function.</param>
    /// <param name="ending">Ends the loop while no event is handled.</param>
    public static async Task RunAsync(RuntimeClient runtime, Func<Stream, CancellationToken, Task<Stream>> function, CancellationToken ending)
    {
        try
        {
            while (true)
            {
                await HandleAsync(runtime, await runtime.NextAsync(ending), function);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // No event is under way.
        }
    }

    private static async Task HandleAsync(RuntimeClient runtime, Invocation invocation, Func<Stream, CancellationToken, Task<Stream>> function)
    {
        // Shortly before the time limit, the function answers with what it has reached; killed by the limit, it would have to do all of it again.
        var left = invocation.Deadline - DateTimeOffset.UtcNow - Margin;
        using var ending = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        Stream answer;
        try
        {
            answer = await function(invocation.Event, ending.Token);
        }
        catch (Exception failure)
        {
            await runtime.FailAsync(invocation.RequestId, failure);
            return;
        }

        await runtime.RespondAsync(invocation.RequestId, answer);
    }
}
