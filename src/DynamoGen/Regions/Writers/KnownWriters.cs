using System.Collections.Concurrent;

namespace DynamoGen.Regions.Writers;

/// <summary>What a process knows of the writers of its tables: of each the newest that it has seen, which it never forgets for an older one.</summary>
internal sealed class KnownWriters
{
    private readonly ConcurrentDictionary<string, TableWriter> _newest = new();

    /// <summary>The newest writer of a table; null where no failover was seen.</summary>
    public TableWriter? Find(string tableName) => _newest.GetValueOrDefault(tableName);

    /// <summary>Takes what a region's copy says.</summary>
    /// <returns>Whether it is news.</returns>
    public bool Learn(string tableName, TableWriter seen)
    {
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
