using DynamoGen.Cursors;
using DynamoGen.Schema;

namespace DynamoGen.Calls.Shards;

/// <summary>One shard's answer, of which only a part may be taken: how far, it says by the key of the last item that was.</summary>
internal sealed class ShardAnswer<TEntity>(int number, TableSchema table, ShardPosition position)
    where TEntity : notnull
{
    private byte[]? _pageStart = position.StartKey;
    private int _taken;

    public int Number { get; } = number;

    /// <summary>The items of the page that was read last.</summary>
    public List<ShardItem<TEntity>> Items { get; } = [];

    /// <summary>Where the next page starts.</summary>
    public PageTrail Trail { get; } = new(table, position.StartKey);

    /// <summary>Whether DynamoDB said that no page follows.</summary>
    public bool IsLastPage { get; private set; } = position.HasEnded;

    public bool HasItem => _taken < Items.Count;

    /// <summary>The place of the next item to be taken.</summary>
    public MergePlace Place => new(Items[_taken].Key.SortKey, Number);

    public ShardPosition Position =>
        HasItem ? new ShardPosition(HasEnded: false, _taken == 0 ? _pageStart : Items[_taken - 1].Key.Json)
        : new ShardPosition(IsLastPage, Trail.NextKey);

    public TEntity Take() => Items[_taken++].Entity;

    public void BeginPage()
    {
        Items.Clear();
        _taken = 0;
        _pageStart = Trail.NextKey;
    }

    public void EndPage() => IsLastPage = Trail.NextKey is null;
}
