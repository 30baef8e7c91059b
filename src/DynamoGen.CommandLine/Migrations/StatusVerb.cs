using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations.Runs;

namespace DynamoGen.CommandLine.Migrations;

/// <summary><c>migrate status</c></summary>
internal sealed class StatusVerb(CommandSession session)
    : MigrationVerb(session, "status", "Tells how far a migration is: its phase, processes, segments, ledger and failures.")
{
    protected override async Task<int> RunAsync(MigrationRunner runner, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var progress = await runner.GetProgressAsync(cancellationToken).ConfigureAwait(false);
        await new StatusOutput(output).WriteAsync(new StatusLine(progress), cancellationToken).ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
