using System.Collections.Concurrent;

namespace DynamoGen.Regions.Writers;

/// <summary>What a process knows of the writers of its tables: of each the newest that it has seen, which it never forgets for an older one.</summary>
internal sealed class KnownWriters
{
    private readonly ConcurrentDictionary<string, TableWriter> _newest = new();
    private readonly ConcurrentDictionary<(string Table, string Region), WriterEpoch> _ofRegion = new();

    /// <summary>The newest writer of a table; null where no failover was seen.</summary>
    public TableWriter? Find(string tableName) => _newest.GetValueOrDefault(tableName);

    /// <summary>
    /// The newest epoch in which a region writes a table; the first one where none of that region was seen. It is that of a write which was sent to the region
    /// just before a newer writer was seen, too.
    /// </summary>
    public WriterEpoch EpochOf(string tableName, string region) => _ofRegion.GetValueOrDefault((tableName, region));

    /// <summary>Takes what a region's copy or an item says.</summary>
    /// <returns>Whether it is news.</returns>
    public bool Learn(string tableName, TableWriter seen)
    {
        // Before any write is sent to the region because of it.
        _ofRegion.AddOrUpdate((tableName, seen.Region), seen.Epoch, (_, known) => known > seen.Epoch ? known : seen.Epoch);
        while (!_newest.TryAdd(tableName, seen))
        {
            var known = _newest[tableName];
            if (known.Epoch >= seen.Epoch)
            {
                return false;
            }

            if (_newest.TryUpdate(tableName, seen, known))
            {
                return true;
            }
        }

        return true;
    }
}
