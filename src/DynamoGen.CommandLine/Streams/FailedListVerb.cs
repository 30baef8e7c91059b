using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;

namespace DynamoGen.CommandLine.Streams;

/// <summary><c>streams failed list</c></summary>
internal sealed class FailedListVerb : Verb
{
    private readonly Option<string> _handler = HandlerOptions.Handler(isRequired: false);
    private readonly Option<int?> _limit = HandlerOptions.Limit();
    private readonly Option<bool> _keys = new("--keys") { Description = "Shows the items' keys, which are data." };

    public FailedListVerb(CommandSession session)
        : base(session, "list", "Lists failed records, the oldest change of each handler first.")
    {
        Options.Add(_handler);
        Options.Add(_limit);
        Options.Add(_keys);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var handlers = new RegisteredHandlers(Session.Services);
        var asked = arguments.GetValue(_handler) is { } name ? [handlers.Get(name)] : handlers.WithFailedRecords;
        var hasKeys = arguments.GetValue(_keys);
        var limit = arguments.GetValue(_limit) ?? int.MaxValue;
        var lines = asked.Select(handler => (Table: handlers.FailedRecordsOf(handler), handler.Name)).ToList().ToAsyncEnumerable()
            .SelectMany(handler => handler.Table.ReadAsync(handler.Name, cancellationToken).Take(limit))
            .Select(failure => FailedLine.Of(failure, hasKeys));
        Column<FailedLine>[] columns = hasKeys ? [.. FailedLine.Columns, new("Key", line => line.Keys)] : FailedLine.Columns;
        await output.WriteAllAsync(lines, cancellationToken, columns).ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
