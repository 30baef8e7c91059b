using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Hosting;
using DynamoGen.Streams.Failures;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Streams;

/// <summary><c>streams handlers</c></summary>
internal sealed class HandlersVerb(CommandSession session)
    : Verb(session, "handlers", "Lists the registered handlers and sinks, and what they do about records that they cannot handle.")
{
    protected override async Task<int> RunAsync(ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        await output.WriteAllAsync(
            new RegisteredHandlers(Session.Services).All.Select(Describe).ToAsyncEnumerable(),
            cancellationToken,
            new("Name", line => line.Name),
            new("Kind", line => line.Kind),
            new("Table", line => line.Table),
            new("Attempts", line => line.MaxAttempts.ToString(CultureInfo.InvariantCulture)),
            new("Then", line => line.FailedRecords is null ? "tries on" : $"puts aside into {line.FailedRecords}"),
            new("Fence", line => line.Fence)).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private HandlerLine Describe(StreamHandlerRegistration handler) => new(
        handler.Name,
        handler.IsSink ? "sink" : "handler",
        OptionsOf(handler.ClientName).TableName(handler.Table),
        handler.Options.Processing.MaxAttempts,
        handler.FindFailedRecords(Session.Services) switch
        {
            FailedRecordTable table => table.TableName,
            var other => other?.GetType().FullName,
        },
        handler.FindFence(Session.Services)?.GetType().Name);

    private DynamoGenOptions OptionsOf(string? client) => client is null
        ? Session.Services.GetRequiredService<DynamoGenOptions>()
        : Session.Services.GetRequiredKeyedService<DynamoGenOptions>(client);
}

/// <summary>A handler or sink.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>handler</c> or <c>sink</c>.</param>
/// <param name="Table">The table whose stream it is fed from, with any prefix.</param>
/// <param name="MaxAttempts">How often a record is tried before it is put aside.</param>
/// <param name="FailedRecords">The table, or else the type, that takes the records which it cannot handle; null where those are tried on.</param>
/// <param name="Fence">The type of its fence; null for none.</param>
internal sealed record HandlerLine(string Name, string Kind, string Table, int MaxAttempts, string? FailedRecords, string? Fence)
    : IVerbRecord
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("name", Name);
        json.WriteString("kind", Kind);
        json.WriteString("table", Table);
        json.WriteNumber("maxAttempts", MaxAttempts);
        json.WriteString("failedRecords", FailedRecords);
        json.WriteString("fence", Fence);
    }
}
