using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;

namespace DynamoGen.CommandLine.Regions;

/// <summary><c>regions failover</c></summary>
internal sealed class FailoverVerb : RegionVerb
{
    private readonly Argument<string> _region = Region();
    private readonly Option<bool> _yes = new("--yes") { Description = "Does it. Without it, what is at stake is told, and nothing is changed." };

    public FailoverVerb(CommandSession session)
        : base(session, "failover", "Makes a region the writer of a table.")
    {
        Arguments.Add(_region);
        Options.Add(_yes);
    }

    protected override async Task<int> RunAsync(WrittenTable table, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var region = arguments.GetValue(_region)!;
        if (!arguments.GetValue(_yes))
        {
            await WriteAsync(await table.ReadAsync(cancellationToken).ConfigureAwait(false), output, cancellationToken).ConfigureAwait(false);
            throw new CommandException(
                $"What the present writer of '{table.Name}' has not replicated yet arrives when it can, and gives way where {region} has written the item. "
                + $"Processes that have not heard write on until they look again or an item refuses them. With --yes, {region} takes over.");
        }

        await table.FailOverAsync(region, cancellationToken).ConfigureAwait(false);
        await WriteAsync(await table.ReadAsync(cancellationToken).ConfigureAwait(false), output, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
