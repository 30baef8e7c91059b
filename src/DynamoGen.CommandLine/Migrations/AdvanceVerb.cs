using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;

namespace DynamoGen.CommandLine.Migrations;

/// <summary><c>migrate advance</c></summary>
internal sealed class AdvanceVerb : MigrationVerb
{
    private readonly Option<bool> _yes = MigrationOption.Yes();

    public AdvanceVerb(CommandSession session)
        : base(session, "advance", "Ends the work of the present phase, goes one phase on, and does the work of that.") => Options.Add(_yes);

    protected override async Task<int> RunAsync(MigrationRunner runner, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var state = (await runner.GetProgressAsync(cancellationToken).ConfigureAwait(false)).State;
        if (state.Phase == MigrationPhase.Done)
        {
            throw new CommandException($"{runner.Migration.Name} is done.");
        }

        // For a migration without a backward function, this ends in Contract where it would in Cutover.
        var until = state is { Phase: MigrationPhase.Cutover, WritesPaused: true } ? MigrationPhase.Cutover : state.Phase + 1;
        ThrowIfIrrevocable(runner.Migration, state, until, arguments.GetValue(_yes));
        await new MigrationWatch(Session, runner, output).RunAsync(until, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
