using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;

namespace DynamoGen.CommandLine.Migrations;

/// <summary><c>migrate run</c></summary>
internal sealed class RunVerb : MigrationVerb
{
    private readonly Option<MigrationPhase?> _until = MigrationOption.Phase(
        "--until", $"The phase to stop in, whose work is done too: {MigrationPhase.ShadowRead} by default.");

    private readonly Option<bool> _yes = MigrationOption.Yes();

    public RunVerb(CommandSession session)
        : base(session, "run", "Does the work of the phases, together with all other processes that run it.")
    {
        Options.Add(_until);
        Options.Add(_yes);
    }

    protected override async Task<int> RunAsync(MigrationRunner runner, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var until = arguments.GetValue(_until) ?? MigrationPhase.ShadowRead;
        var progress = await runner.GetProgressAsync(cancellationToken).ConfigureAwait(false);
        ThrowIfIrrevocable(runner.Migration, progress.State, until, arguments.GetValue(_yes));
        await new MigrationWatch(Session, runner, output).RunAsync(until, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
