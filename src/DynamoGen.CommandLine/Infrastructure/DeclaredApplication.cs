using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Hosting;
using DynamoGen.Schema;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Fences;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary>What an application has registered, as far as infrastructure is made of it.</summary>
internal sealed class DeclaredApplication
{
    private readonly DynamoGenOptions _options;

    public DeclaredApplication(IServiceProvider services)
    {
        _options = services.GetRequiredService<DynamoGenOptions>();
        Repositories = [.. services.GetServices<RepositoryRegistration>().DistinctBy(repository => repository.Name)
            .OrderBy(repository => repository.Name, StringComparer.Ordinal)];
        Handlers = [.. services.GetServices<StreamHandlerRegistration>().OrderBy(handler => handler.Name, StringComparer.Ordinal)];
        var patterns = Repositories.SelectMany(repository => repository.Patterns).ToLookup(pattern => TableName(pattern.Table));
        Tables = [.. patterns.Select(ofTable => ofTable.First().Table)
            .Concat(Handlers.SelectMany(TablesOf))
            .DistinctBy(TableName)
            .Select(table => new DeclaredTable(table, TableName(table), [.. patterns[TableName(table)].SelectMany(OperationsOf).Distinct()]))
            .OrderBy(table => table.Name, StringComparer.Ordinal)];
    }

    /// <summary>The repositories, by name.</summary>
    public IReadOnlyList<RepositoryRegistration> Repositories { get; }

    /// <summary>The handlers and sinks of change streams, by name.</summary>
    public IReadOnlyList<StreamHandlerRegistration> Handlers { get; }

    /// <summary>The tables of repositories and of stream handlers, by name.</summary>
    public IReadOnlyList<DeclaredTable> Tables { get; }

    /// <summary>The tables, of which there must be one.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public IReadOnlyList<DeclaredTable> AnyTables => Tables.Count > 0 ? Tables
        : throw new CommandException("The application registers no repository and no stream handler; AddRepository and AddStreamHandler do.");

    /// <summary>A table's name.</summary>
    /// <exception cref="CommandException">The options give an ARN, of a table that is made elsewhere.</exception>
    public string TableName(TableSchema table)
    {
        var name = _options.TableName(table);
        return name.Contains(':', StringComparison.Ordinal)
            ? throw new CommandException($"The table '{table.Name}' is named by an ARN; what is written here makes tables of one's own account, by name.")
            : name;
    }

    private static IEnumerable<TableSchema> TablesOf(StreamHandlerRegistration handler) =>
    [
        handler.Table,
        .. handler.Options.KeepsFailedRecords ? new[] { FailedRecordTable.Table } : [],
        .. handler.Options.UsesFence ? new[] { StreamFence.Table } : [],
    ];

    /// <summary>What writes unique values is one transaction, and any pattern can be an action of one.</summary>
    private static IEnumerable<DynamoOperation> OperationsOf(AccessPattern pattern) =>
        pattern.Reach is { UniqueBeginnings.Count: > 0 } ? [pattern.Operation, DynamoOperation.TransactWriteItems] : [pattern.Operation];
}
