using Amazon.DynamoDBv2;
using DynamoGen.Regions.Writers;
using DynamoGen.Schema;

namespace DynamoGen.Regions;

/// <summary>
/// Moves the writes of a table of one region to another region, on command. Nothing does it by itself: whether a region is lost or only out of sight is a
/// decision. What the old region has written and not replicated yet is as late as the region is, and what it writes on is fenced by the epoch.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/prescriptive-guidance/latest/dynamodb-global-tables/evacuation.html">evacuating a region</see>.
/// </remarks>
public sealed class RegionFailover
{
    private readonly IReadOnlyDictionary<string, IAmazonDynamoDB> _clients;
    private readonly DynamoGenOptions _options;
    private readonly KnownWriters _known;
    private readonly TimeProvider _timeProvider;

    internal RegionFailover(
        IReadOnlyDictionary<string, IAmazonDynamoDB> clients, DynamoGenOptions options, KnownWriters known, TimeProvider timeProvider) =>
        (_clients, _options, _known, _timeProvider) = (clients, options, known, timeProvider);

    /// <summary>The regions that there is a client for.</summary>
    public IReadOnlyCollection<string> Regions => [.. _clients.Keys];

    /// <summary>Reads which region each region takes for the writer of a table, and remembers the newest.</summary>
    /// <typeparam name="TTable">A table of one region.</typeparam>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What the copy of each region says; a region that does not answer says nothing.</returns>
    /// <exception cref="ArgumentException">The table has no one region that writes it.</exception>
    public Task<IReadOnlyList<RegionStatus>> ReadStatusAsync<TTable>(CancellationToken cancellationToken = default)
        where TTable : class, ITable<TTable> => ReadStatusAsync(TTable.Schema, cancellationToken);

    /// <summary>Reads which region each region takes for the writer of a table, and remembers the newest.</summary>
    /// <param name="table">A table of one region.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What the copy of each region says; a region that does not answer says nothing.</returns>
    /// <exception cref="ArgumentException">The table has no one region that writes it.</exception>
    public async Task<IReadOnlyList<RegionStatus>> ReadStatusAsync(TableSchema table, CancellationToken cancellationToken = default)
    {
        Verify(table);
        var name = _options.TableName(table);
        var found = await Task.WhenAll(_clients.Select(client => ReadAsync(client.Key, client.Value, table, name, cancellationToken))).ConfigureAwait(false);
        foreach (var writer in found.Select(status => status.Writer).OfType<TableWriter>())
        {
            _known.Learn(name, writer);
        }

        return found;
    }

    /// <summary>Makes a region the writer of a table, by what is stored in that region's copy.</summary>
    /// <typeparam name="TTable">A table of one region.</typeparam>
    /// <param name="region">The system name of the region.</param>
    /// <param name="cancellationToken">Ends the call; the region may then be the writer or not.</param>
    /// <returns>The writer; where the region was it before, nothing is changed.</returns>
    /// <exception cref="ArgumentException">The table has no one region that writes it, or the region is no replica or has no client.</exception>
    /// <exception cref="FailoverConflictException">Other failovers of the table are going on.</exception>
    /// <exception cref="AmazonDynamoDBException">The region does not take the write.</exception>
    public Task<TableWriter> FailOverAsync<TTable>(string region, CancellationToken cancellationToken = default)
        where TTable : class, ITable<TTable> => FailOverAsync(TTable.Schema, region, cancellationToken);

    /// <summary>Makes a region the writer of a table, by what is stored in that region's copy.</summary>
    /// <param name="table">A table of one region.</param>
    /// <param name="region">The system name of the region.</param>
    /// <param name="cancellationToken">Ends the call; the region may then be the writer or not.</param>
    /// <returns>The writer; where the region was it before, nothing is changed.</returns>
    /// <exception cref="ArgumentException">The table has no one region that writes it, or the region is no replica or has no client.</exception>
    /// <exception cref="FailoverConflictException">Other failovers of the table are going on.</exception>
    /// <exception cref="AmazonDynamoDBException">The region does not take the write.</exception>
    public async Task<TableWriter> FailOverAsync(TableSchema table, string region, CancellationToken cancellationToken = default)
    {
        Verify(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        if (!_clients.TryGetValue(region, out var client))
        {
            throw new ArgumentException($"There is no client for {region}, which AddRegion adds.", nameof(region));
        }

        if (!table.Replicas.Any(replica => replica.Region == region && !replica.IsWitness))
        {
            throw new ArgumentException($"{region} is no replica of the table '{table.Name}'.", nameof(region));
        }

        var name = _options.TableName(table);
        await ReadStatusAsync(table, cancellationToken).ConfigureAwait(false);
        var before = _known.Find(name) ?? new TableWriter(table.Writes.Region!, WriterEpoch.First);
        if (before.Region == region)
        {
            return before;
        }

        var writer = new TableWriter(region, before.Epoch.Next(region), _timeProvider.GetUtcNow());
        if (!await WriterItem.ReplaceAsync(client, table, name, writer, cancellationToken).ConfigureAwait(false))
        {
            throw new FailoverConflictException(table.Name, region);
        }

        _known.Learn(name, writer);
        return writer;
    }

    private static async Task<RegionStatus> ReadAsync(
        string region, IAmazonDynamoDB client, TableSchema table, string tableName, CancellationToken cancellationToken)
    {
        try
        {
            return new RegionStatus(region, await WriterItem.FindAsync(client, table, tableName, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return new RegionStatus(region, Writer: null, failure);
        }
    }

    private static void Verify(TableSchema table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Writes.Mode != RegionWriteMode.OneRegion)
        {
            throw new ArgumentException($"The table '{table.Name}' is not marked with [OneRegion], so that no failover moves its writes.", nameof(table));
        }
    }
}
