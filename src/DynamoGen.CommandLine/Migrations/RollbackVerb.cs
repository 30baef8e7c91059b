using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;

namespace DynamoGen.CommandLine.Migrations;

/// <summary><c>migrate rollback</c></summary>
internal sealed class RollbackVerb : MigrationVerb
{
    private readonly Option<MigrationPhase?> _to = MigrationOption.Phase("--to", "The phase to go back to; one phase back without it.");

    public RollbackVerb(CommandSession session)
        : base(session, "rollback", "Goes back, a phase at a time, each when every process has acknowledged the one before.") => Options.Add(_to);

    protected override async Task<int> RunAsync(MigrationRunner runner, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var state = (await runner.GetProgressAsync(cancellationToken).ConfigureAwait(false)).State;
        if (arguments.GetValue(_to) is { } to && state.Phase < to)
        {
            throw new CommandException($"{runner.Migration.Name} is in the phase {state.Phase}, before {to}.");
        }

        await BackAsync(runner, state, arguments.GetValue(_to), cancellationToken).ConfigureAwait(false);
        var progress = await runner.GetProgressAsync(cancellationToken).ConfigureAwait(false);
        await new StatusOutput(output).WriteAsync(new StatusLine(progress), cancellationToken).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static async Task BackAsync(MigrationRunner runner, MigrationState state, MigrationPhase? to, CancellationToken cancellationToken)
    {
        try
        {
            for (var step = 0; to is null ? step == 0 : state.Phase > to || state.WritesPaused; step++)
            {
                state = await runner.RollBackAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (InvalidOperationException impossible)
        {
            throw new CommandException(impossible.Message);
        }
    }
}
