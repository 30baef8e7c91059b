using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>Runs a migration, and shows how it goes: by bars on a terminal, else by a record or line every few seconds.</summary>
internal sealed class MigrationWatch(CommandSession session, MigrationRunner runner, VerbOutput output)
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BarInterval = TimeSpan.FromSeconds(1);

    /// <returns>The state that the run stopped in; the process has left the fleet then, as it has where it was cancelled or failed.</returns>
    public async Task<MigrationState> RunAsync(MigrationPhase until, CancellationToken cancellationToken)
    {
        var run = runner.RunAsync(until, cancellationToken);
        try
        {
            await (!output.IsJson && session.IsTerminal
                ? ProgressBars.ShowAsync(session.Console, show => WatchAsync(run, BarInterval, show, cancellationToken))
                : WatchAsync(run, LineInterval, WriteAsync, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            // What is shown has no say in how the run ends: that is told below.
            await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var state = await run.ConfigureAwait(false);
        var progress = await runner.GetProgressAsync(cancellationToken).ConfigureAwait(false);
        await new StatusOutput(output).WriteAsync(new StatusLine(progress), cancellationToken).ConfigureAwait(false);
        return state;
    }

    private async Task WatchAsync(Task run, TimeSpan interval, Func<StatusLine, Task> show, CancellationToken cancellationToken)
    {
        (MigrationProgress Progress, TimeSpan At)? first = null, last = null;
        var started = TimeProvider.System.GetTimestamp();
        while (!run.IsCompleted && !cancellationToken.IsCancellationRequested)
        {
            try
            {
                var progress = await runner.GetProgressAsync(cancellationToken).ConfigureAwait(false);
                var at = TimeProvider.System.GetElapsedTime(started);
                first ??= (progress, at);
                await show(new StatusLine(progress, CopySpeed.Between(first.Value, last ?? (progress, at), progress, at))).ConfigureAwait(false);
                last = (progress, at);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The run goes on without being watched, and tells by itself if it fails.
                await session.Error.WriteLineAsync($"The progress cannot be told: {exception.GetType().Name}.").ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            await Task.WhenAny(run, Task.Delay(interval, TimeProvider.System, cancellationToken)).ConfigureAwait(false);
        }
    }

    private Task WriteAsync(StatusLine line)
    {
        output.WriteLine(ProgressText.Of(line));
        return output.IsJson ? output.WriteAsync(line, CancellationToken.None) : Task.CompletedTask;
    }
}
