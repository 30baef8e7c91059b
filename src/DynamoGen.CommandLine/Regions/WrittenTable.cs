using DynamoGen.CommandLine.Commands;
using DynamoGen.Hosting;
using DynamoGen.Regions;
using DynamoGen.Regions.Writers;
using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Regions;

/// <summary>A table that one region writes, and what moves its writes.</summary>
/// <param name="schema">The table.</param>
/// <param name="failover">Moves them.</param>
internal sealed class WrittenTable(TableSchema schema, RegionFailover failover)
{
    public string Name => schema.Name;

    /// <summary>The table of a name, with the regions of the client that its repositories are on.</summary>
    /// <exception cref="CommandException">No repository uses such a table, or its client has one region alone.</exception>
    public static WrittenTable Find(IServiceProvider services, string name)
    {
        var uses = services.GetServices<RepositoryRegistration>()
            .SelectMany(repository => repository.Patterns.Select(pattern => (pattern.Table, repository.ClientName))).Distinct().ToArray();
        var found = uses.Where(use => use.Table.Name == name).ToArray();
        if (found.Length == 0)
        {
            throw new CommandException($"No repository of the application uses a table '{name}'. "
                + $"There are: {string.Join(", ", uses.Select(use => use.Table.Name).Distinct().Order(StringComparer.Ordinal))}.");
        }

        if (found[0].Table.Writes.Mode != RegionWriteMode.OneRegion)
        {
            throw new CommandException($"The table '{name}' is not marked with [OneRegion], so that no failover moves its writes.");
        }

        return found.Select(use => FailoverOf(services, use.ClientName)).OfType<RegionFailover>().FirstOrDefault() is { } failover
            ? new WrittenTable(found[0].Table, failover)
            : throw new CommandException($"The client of the table '{name}' has one region alone; AddRegion gives it others.");
    }

    /// <summary>What the copy of each region says, in the order of their names.</summary>
    public async Task<IReadOnlyList<RegionLine>> ReadAsync(CancellationToken cancellationToken) =>
    [
        .. (await failover.ReadStatusAsync(schema, cancellationToken).ConfigureAwait(false))
            .Select(status => new RegionLine(status, status.Writer ?? new TableWriter(schema.Writes.Region!, WriterEpoch.First)))
            .OrderBy(line => line.Region, StringComparer.Ordinal),
    ];

    /// <exception cref="CommandException">The region cannot take over.</exception>
    public async Task<TableWriter> FailOverAsync(string region, CancellationToken cancellationToken)
    {
        try
        {
            return await failover.FailOverAsync(schema, region, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException impossible)
        {
            throw new CommandException(impossible.Message);
        }
    }

    private static RegionFailover? FailoverOf(IServiceProvider services, string? client) =>
        client is null ? services.GetService<RegionFailover>() : services.GetKeyedService<RegionFailover>(client);
}
