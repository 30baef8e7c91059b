using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Fences;

namespace DynamoGen.CommandLine.Streams;

/// <summary><c>streams failed replay</c></summary>
internal sealed class FailedReplayVerb : Verb
{
    private readonly Option<string> _handler = HandlerOptions.Handler(isRequired: true);
    private readonly Option<int?> _limit = HandlerOptions.Limit();
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Lists the records that would be fed, and feeds none." };

    public FailedReplayVerb(CommandSession session)
        : base(session, "replay", "Feeds failed records to their handler again, in their order, and takes out those that it handles.")
    {
        Options.Add(_handler);
        Options.Add(_limit);
        Options.Add(_dryRun);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var handlers = new RegisteredHandlers(Session.Services);
        var handler = handlers.Get(arguments.GetValue(_handler)!);
        var table = handlers.FailedRecordsOf(handler);
        var fence = handler.FindFence(Session.Services);
        var limit = arguments.GetValue(_limit);
        if (arguments.GetValue(_dryRun))
        {
            var failures = table.ReadAsync(handler.Name, cancellationToken).Take(limit ?? int.MaxValue);
            await output.WriteAllAsync(
                failures.Select((StoredFailure failure, CancellationToken token) => PreviewAsync(failure, fence, token)),
                cancellationToken,
                [.. FailedLine.Columns, new("Replay", line => line.Outdated is true ? "takes it out as outdated" : "feeds it")]).ConfigureAwait(false);
            return ExitCodes.Done;
        }

        var replayed = await table.ReplayAsync(handler.CreateHandler(Session.Services), handler.Name, fence, limit, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(
            new ReplayLine(handler.Name, replayed.Handled, replayed.Outdated, replayed.Failed),
            cancellationToken,
            new("Handler", line => line.Handler),
            new("Handled", line => Number(line.Handled)),
            new("Outdated", line => Number(line.Outdated)),
            new("Failed again", line => Number(line.Failed))).ConfigureAwait(false);
        return replayed.Failed == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static async ValueTask<FailedLine> PreviewAsync(StoredFailure failure, IStreamFence? fence, CancellationToken cancellationToken) => FailedLine.Of(
        failure,
        isOutdated: fence is null ? null : await fence.HasPassedAsync(failure.Handler, failure.Record.Change, cancellationToken).ConfigureAwait(false));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What became of failed records that were fed again.</summary>
/// <param name="Handler">The handler's name.</param>
/// <param name="Handled">Those that were handled, and are gone from the table.</param>
/// <param name="Outdated">Those of items of which a later change had been handled, and are gone from the table.</param>
/// <param name="Failed">Those that failed again or wait behind one that did, and are still there.</param>
internal sealed record ReplayLine(string Handler, int Handled, int Outdated, int Failed) : IVerbRecord
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("handler", Handler);
        json.WriteNumber("handled", Handled);
        json.WriteNumber("outdated", Outdated);
        json.WriteNumber("failed", Failed);
    }
}
