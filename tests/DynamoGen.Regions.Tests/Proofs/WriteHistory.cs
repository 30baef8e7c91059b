using System.Collections.Concurrent;
using DynamoGen.Regions.Lineage;
using DynamoGen.Regions.Tests.Articles;

namespace DynamoGen.Regions.Tests.Proofs;

/// <summary>What the writers themselves know: each version, the region that made it, and the version that its writer had read.</summary>
internal sealed class WriteHistory
{
    private readonly ConcurrentDictionary<string, WrittenVersion> _versions = new();

    public IEnumerable<WrittenVersion> Versions => _versions.Values;

    /// <summary>Keeps a version.</summary>
    /// <param name="region">Where it was made.</param>
    /// <param name="written">What the write returned.</param>
    /// <param name="read">The mark of what the writer had read; null where DynamoDB itself took the item as it was.</param>
    public void Add(string region, Article written, string? read)
    {
        if (!_versions.TryAdd(written.Mark!, new WrittenVersion(written.Mark!, read ?? written.BasedOn!, region, written.Id)))
        {
            throw new InvalidOperationException("Two writes of the proof have one mark.");
        }
    }

    public WrittenVersion this[string mark] => _versions[mark];

    /// <summary>Whether a version is another one, or made of it, by any number of writes in between.</summary>
    public bool IsMadeOf(string mark, string other)
    {
        for (var current = mark; current != LineageMark.None; current = _versions[current].Read)
        {
            if (current == other)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A version of an item.</summary>
/// <param name="Mark">Its mark.</param>
/// <param name="Read">The mark of the version that its writer knew.</param>
/// <param name="Region">Where it was made.</param>
/// <param name="Item">The item.</param>
internal sealed record WrittenVersion(string Mark, string Read, string Region, int Item);
