using DynamoGen.Batches;
using DynamoGen.Serialization;
using DynamoGen.Transport;

namespace DynamoGen.Calls;

/// <summary>Sends the requests of batches, and again what DynamoDB left unprocessed or throttled.</summary>
internal sealed class BatchSender(RequestSender sender, BatchOptions options, TimeProvider timeProvider)
{
    /// <summary>Sends the requests of a call that returns nothing.</summary>
    public async ValueTask SendAllAsync(BatchRun run, CancellationToken cancellationToken)
    {
        using var call = run.Call;
        var batch = run.Batch;
        await using (batch.ConfigureAwait(false))
        {
            while (await SendAsync(run, cancellationToken).ConfigureAwait(false))
            {
            }
        }
    }

    /// <summary>Takes the first entries of a batch, before anything is known of its call.</summary>
    /// <returns>Whether there are any.</returns>
    public static async ValueTask<bool> FillAsync(Batch batch, CancellationToken cancellationToken)
    {
        try
        {
            return await batch.FillAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (cancellationToken.IsCancellationRequested)
        {
            throw batch.Cancelled(cancelled);
        }
        catch (Exception exception)
        {
            throw batch.Incomplete(exception);
        }
    }

    /// <summary>Sends one request of what is there to send.</summary>
    /// <returns>Whether there was anything; if not, the call has ended.</returns>
    public async ValueTask<bool> SendAsync(BatchRun run, CancellationToken cancellationToken)
    {
        try
        {
            if (!await run.Batch.FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            if (run.Delay is { } delay)
            {
                await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
            }

            var sent = run.Batch.Count;
            var throttled = await SendOnceAsync(run, cancellationToken).ConfigureAwait(false);
            run.Attempts = run.Batch.Count < sent ? 0 : run.Attempts + 1;
            run.Delay = run.Batch.Count > 0 ? options.Delay(run.Attempts) : null;
            run.Report();
            return run.Attempts < options.MaxAttempts ? true : throw run.Batch.Incomplete(throttled);
        }
        catch (OperationCanceledException cancelled) when (cancellationToken.IsCancellationRequested)
        {
            run.Call.Failed(cancelled);
            throw run.Batch.Cancelled(cancelled);
        }
        catch (Exception exception)
        {
            var incomplete = exception as BatchIncompleteException ?? run.Batch.Incomplete(exception);
            run.Call.Failed(incomplete.InnerException ?? incomplete);
            throw incomplete;
        }
    }

    /// <returns>The exception by which the whole request was throttled, or null.</returns>
    private async ValueTask<ThrottledException?> SendOnceAsync(BatchRun run, CancellationToken cancellationToken)
    {
        try
        {
            var tables = TablesOf(run);
            using var writer = new WireWriter();
            run.Write(writer, sender.IsCapacityByIndex);
            var sent = run.Batch.Count;
            using var response = await sender.SendAsync(
                run.Call, run.Pattern, tables[0], writer, sent, cancellationToken, tableNames: string.Join(", ", tables)).ConfigureAwait(false);
            var answer = run.Read(response.Body.Span);
            if (answer.Items > sent)
            {
                throw new ItemFormatException(null, null, "at most one item for each key", "more");
            }

            run.Batch.Keep(answer.Unprocessed);
            run.Call.Received(response, run.Reads ? answer.Items : sent - run.Batch.Count, answer.Capacity);
            sender.Unprocessed(run.Pattern, run.Batch);
            return null;
        }
        catch (ThrottledException throttled)
        {
            return throttled;
        }
    }

    /// <summary>The names of the tables that the next request goes to. Where there are several, not all may have been known when the call began.</summary>
    private static string[] TablesOf(BatchRun run)
    {
        var tables = run.Batch.Tables;
        if (tables is [var only])
        {
            return [only.Name];
        }

        run.Call.GoesTo([.. tables]);
        var names = new List<string>();
        foreach (var table in tables)
        {
            if (run.Batch.CountOf(table) > 0)
            {
                names.Add(table.Name);
            }
        }

        return [.. names];
    }
}
