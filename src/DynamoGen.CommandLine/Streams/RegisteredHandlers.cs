using DynamoGen.CommandLine.Commands;
using DynamoGen.Hosting;
using DynamoGen.Streams.Failures;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Streams;

/// <summary>The handlers and sinks of an application, by their names.</summary>
internal sealed class RegisteredHandlers(IServiceProvider services)
{
    /// <summary>All of them.</summary>
    public IEnumerable<StreamHandlerRegistration> All { get; } =
        services.GetServices<StreamHandlerRegistration>().OrderBy(handler => handler.Name, StringComparer.Ordinal);

    /// <exception cref="CommandException">There is none of this name.</exception>
    public StreamHandlerRegistration Get(string name) => All.FirstOrDefault(handler => handler.Name == name)
        ?? throw new CommandException(All.Any()
            ? $"No stream handler is named '{name}'. There are: {string.Join(", ", All.Select(handler => handler.Name))}."
            : "The application registers no stream handler; AddStreamHandler and AddStreamSink do.");

    /// <summary>The handlers whose failed records are kept in a table.</summary>
    public IEnumerable<StreamHandlerRegistration> WithFailedRecords => All.Where(handler => handler.FindFailedRecords(services) is FailedRecordTable);

    /// <summary>The table of a handler's failed records.</summary>
    /// <exception cref="CommandException">They go elsewhere, or nowhere.</exception>
    public FailedRecordTable FailedRecordsOf(StreamHandlerRegistration handler) => handler.FindFailedRecords(services) switch
    {
        FailedRecordTable table => table,
        null => throw new CommandException(
            $"Handler '{handler.Name}' puts no failed records aside: it is registered without {nameof(StreamHandlerOptions.KeepsFailedRecords)}."),
        var other => throw new CommandException(
            $"Handler '{handler.Name}' puts its failed records into a {other.GetType().FullName}; only those of a {nameof(FailedRecordTable)} can be read."),
    };
}
