using DynamoGen.Regions.Writers;
using DynamoGen.Schema;

namespace DynamoGen.Regions;

/// <summary>Decides where a write of a table that is in several regions is sent, and where its newest items are read.</summary>
/// <param name="foreign">What becomes of a write that belongs elsewhere.</param>
/// <param name="regions">The regions that there are clients for.</param>
/// <param name="writers">The regions that have taken over the writes of tables.</param>
internal sealed class RegionRoutes(ForeignWrites foreign, IReadOnlyCollection<string> regions, KnownWriters writers)
{
    /// <summary>The routes of a client beside which there is none for another region.</summary>
    public static RegionRoutes None { get; } = new(ForeignWrites.Refuse, [], new KnownWriters());

    /// <summary>Whether there is a client for a region.</summary>
    public bool HasClient(string region) => regions.Contains(region);

    /// <summary>The region that writes a table of one region: the declared one, or the one that has taken over.</summary>
    /// <param name="table">The table.</param>
    /// <param name="tableName">Its name in this environment.</param>
    public string WriterOf(TableSchema table, string tableName) => writers.Find(tableName)?.Region ?? table.Writes.Region!;

    /// <summary>The epoch in which a region writes a table.</summary>
    /// <param name="tableName">The table's name in this environment.</param>
    /// <param name="region">The region; null where the client does not say, so that it is taken for the writer.</param>
    public WriterEpoch EpochOf(string tableName, string? region) =>
        region is null ? writers.Find(tableName)?.Epoch ?? WriterEpoch.First : writers.EpochOf(tableName, region);

    /// <summary>Takes the writer that an item tells of.</summary>
    /// <param name="tableName">The table's name in this environment.</param>
    /// <param name="writer">The writer.</param>
    public void Learn(string tableName, TableWriter writer) => writers.Learn(tableName, writer);

    /// <summary>The region that a write is sent to; null for that of the client that was asked.</summary>
    /// <param name="table">The table.</param>
    /// <param name="local">The region of the client; null where it does not say, as a transport of a test, with which only replicas are verified.</param>
    /// <param name="home">The region that the write belongs to.</param>
    /// <exception cref="WrongRegionException">It is not sent there.</exception>
    public string? Foreign(TableSchema table, string? local, string home)
    {
        if (table.Replicas.Count > 0 && !Holders(table).Contains(home))
        {
            throw WrongRegionException.NoReplica(table.Name, local, home);
        }

        if (home == local)
        {
            return null;
        }

        var isSent = regions.Contains(home) && foreign == ForeignWrites.Send;
        return (isSent, local) switch
        {
            (true, _) => home,
            (false, null) => null,
            _ => throw (regions.Contains(home)
                ? WrongRegionException.Foreign(table.Name, local, home)
                : WrongRegionException.WithoutClient(table.Name, local, home)),
        };
    }

    /// <summary>The region that is asked for an item that it alone writes; null for that of the client that was asked.</summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="local">The region of the client; null where it does not say, and answers for all that there is no other client for.</param>
    /// <param name="home">The region that writes the item.</param>
    /// <exception cref="NewestUnknownException">It cannot be asked.</exception>
    public string? Reader(AccessPattern pattern, string? local, string home) =>
        !Holders(pattern.Table).Contains(home) ? throw NewestUnknownException.NoReplica(pattern.Name, pattern.Table.Name)
        : Reaches(local, home) ? ClientOf(local, home)
        : throw NewestUnknownException.WithoutClient(pattern.Name, [home]);

    /// <summary>The regions that are asked for an item that each of them writes, in their declared order; null for that of the client that was asked.</summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="local">The region of the client; null where it does not say, and answers for all that there is no other client for.</param>
    /// <param name="isPartial">Whether those will do that there is a client for.</param>
    /// <exception cref="NewestUnknownException">There is no client for one of them, or for none.</exception>
    public IReadOnlyList<string?> Readers(AccessPattern pattern, string? local, bool isPartial)
    {
        string[] unreached = [.. Holders(pattern.Table).Where(region => !Reaches(local, region))];
        string?[] readers = [.. Holders(pattern.Table).Except(unreached).Select(region => ClientOf(local, region)).Distinct()];
        return unreached.Length > 0 && (!isPartial || readers.Length == 0) ? throw NewestUnknownException.WithoutClient(pattern.Name, unreached) : readers;
    }

    /// <summary>The regions that have the items of a table.</summary>
    private static IEnumerable<string> Holders(TableSchema table) =>
        table.Replicas.Where(static replica => !replica.IsWitness).Select(static replica => replica.Region);

    private bool Reaches(string? local, string region) => local is null || region == local || regions.Contains(region);

    private string? ClientOf(string? local, string region) => region != local && regions.Contains(region) ? region : null;
}
