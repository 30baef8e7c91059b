using DynamoGen.Batches;
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

    /// <param name="services">The application's services.</param>
    /// <param name="client">The name of the client that repositories and handlers are on; null for the one that has none.</param>
    /// <exception cref="CommandException">There is no such client.</exception>
    public DeclaredApplication(IServiceProvider services, string? client = null)
    {
        _options = OptionsOf(services, client);
        Handlers = [.. services.GetServices<StreamHandlerRegistration>().Where(handler => handler.ClientName == client)
            .OrderBy(handler => handler.Name, StringComparer.Ordinal)];
        Repositories = [.. services.GetServices<RepositoryRegistration>().Where(repository => repository.ClientName == client)
            .DistinctBy(repository => repository.Name).OrderBy(repository => repository.Name, StringComparer.Ordinal)];
        HasBatches = services.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(typeof(IBatches), client) ?? false;
        var patterns = Repositories.SelectMany(repository => repository.Patterns).ToLookup(pattern => TableName(pattern.Table));
        Tables = [.. patterns.Select(ofTable => ofTable.First().Table)
            .Concat(Handlers.SelectMany(TablesOf))
            .DistinctBy(TableName)
            .Select(table => new DeclaredTable(table, TableName(table), [.. patterns[TableName(table)].SelectMany(OperationsOf).Distinct()]))
            .OrderBy(table => table.Name, StringComparer.Ordinal)];
    }

    /// <summary>The repositories, by name.</summary>
    public IReadOnlyList<RepositoryRegistration> Repositories { get; }

    /// <summary>The stream handlers and sinks, by name.</summary>
    public IReadOnlyList<StreamHandlerRegistration> Handlers { get; }

    /// <summary>Whether the client has batches of several tables, by <c>AddBatches</c>.</summary>
    public bool HasBatches { get; }

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

    private static DynamoGenOptions OptionsOf(IServiceProvider services, string? client)
    {
        var found = client is null ? services.GetService<DynamoGenOptions>() : services.GetKeyedService<DynamoGenOptions>(client);
        if (found is not null)
        {
            return found;
        }

        var names = services.GetServices<RepositoryRegistration>().Select(repository => repository.ClientName)
            .Concat(services.GetServices<StreamHandlerRegistration>().Select(handler => handler.ClientName))
            .OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var which = names.Count == 0 ? "No repository and no stream handler is on a client that has a name." : $"There are: {string.Join(", ", names)}.";
        throw new CommandException(
            client is null ? $"All clients have names; --client tells which is meant. {which}" : $"No client is named '{client}'. {which}");
    }

    private static IEnumerable<TableSchema> TablesOf(StreamHandlerRegistration handler) =>
    [
        handler.Table,
        .. handler.Options.KeepsFailedRecords ? new[] { FailedRecordTable.Table } : [],
        .. handler.Options.NeedsFenceTable ? new[] { StreamFence.Table } : [],
    ];

    /// <summary>What writes unique values is one transaction, and any pattern can be an action of one.</summary>
    private static IEnumerable<DynamoOperation> OperationsOf(AccessPattern pattern) =>
        pattern.Reach is { UniqueBeginnings.Count: > 0 } ? [pattern.Operation, DynamoOperation.TransactWriteItems] : [pattern.Operation];
}
