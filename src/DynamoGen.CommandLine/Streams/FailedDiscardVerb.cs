using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Streams;

namespace DynamoGen.CommandLine.Streams;

/// <summary><c>streams failed discard</c></summary>
internal sealed class FailedDiscardVerb : Verb
{
    private readonly Option<string> _handler = HandlerOptions.Handler(isRequired: true);
    private readonly Option<string> _number = HandlerOptions.Number();

    public FailedDiscardVerb(CommandSession session)
        : base(session, "discard", "Takes out one failed record for good, without feeding it.")
    {
        Options.Add(_handler);
        Options.Add(_number);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var handlers = new RegisteredHandlers(Session.Services);
        var handler = handlers.Get(arguments.GetValue(_handler)!);
        var table = handlers.FailedRecordsOf(handler);
        var number = SequenceNumber.Parse(arguments.GetValue(_number)!);
        var failure = await table.FindAsync(handler.Name, number, cancellationToken).ConfigureAwait(false)
            ?? throw new CommandException($"Handler '{handler.Name}' has no failed record of the sequence number {number}.");
        await table.DeleteAsync(failure, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(FailedLine.Of(failure), cancellationToken, FailedLine.Columns).ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
