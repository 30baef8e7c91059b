using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;

namespace DynamoGen.CommandLine.Regions;

/// <summary><c>regions status</c></summary>
internal sealed class StatusVerb(CommandSession session)
    : RegionVerb(session, "status", "Tells which region each region takes for the writer of a table, or why it does not answer.")
{
    protected override async Task<int> RunAsync(WrittenTable table, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var lines = await table.ReadAsync(cancellationToken).ConfigureAwait(false);
        await WriteAsync(lines, output, cancellationToken).ConfigureAwait(false);
        return lines.All(line => line.Failure is null) ? ExitCodes.Done : ExitCodes.Failed;
    }
}
