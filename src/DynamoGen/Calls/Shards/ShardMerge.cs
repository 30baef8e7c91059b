using DynamoGen.Cursors;
using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Calls.Shards;

/// <summary>Takes the items of several shards, or of the partitions of several values, in one order, and knows how far each has been taken.</summary>
internal sealed class ShardMerge<TEntity, TItemReader, TRequest>(
    QueryRequests requests, QueryCall<TRequest> query, int[] lanes, MergedPosition? cursor)
    where TEntity : notnull
    where TItemReader : struct, IItemReader<TEntity>
    where TRequest : struct, IShardedQueryRequest
{
    private readonly PositionAttributes _keys = new(query.Pattern);
    private readonly MergeOrder _order = new(query.Options.Descending);
    private readonly PriorityQueue<ShardAnswer<TEntity>, MergePlace> _waiting = new(new MergeOrder(query.Options.Descending));
    private readonly ShardAnswer<TEntity>[] _shards =
        [.. Enumerable.Range(0, lanes.Length)
            .Select(i => new ShardAnswer<TEntity>(lanes[i], query.Pattern.Table, cursor?.Shards[i] ?? default))];

    private MergePlace? _last = cursor?.Last;
    private ShardAnswer<TEntity>? _takenFrom;

    /// <summary>How far the merge has come; null when every shard has ended.</summary>
    public MergedPosition? Position =>
        _last is { } last && _shards.Any(shard => !shard.Position.HasEnded) ? new MergedPosition(last, [.. _shards.Select(shard => shard.Position)]) : null;

    /// <summary>Asks all shards at once, or the partitions of several values 25 at a time.</summary>
    /// <param name="limit">How many items each is asked for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task BeginAsync(int limit, CancellationToken cancellationToken)
    {
        var begun = _shards.Where(shard => !shard.IsLastPage);
        await (TRequest.HasValues ? ReadInTurnsAsync(begun, limit, cancellationToken) : ReadAllAsync(begun, limit, cancellationToken)).ConfigureAwait(false);
        foreach (var shard in _shards)
        {
            Enqueue(shard);
        }
    }

    /// <summary>The item that was taken last.</summary>
    public TEntity Current { get; private set; } = default!;

    /// <summary>Takes the next item.</summary>
    /// <param name="limit">How many items are still wanted.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when every shard has ended.</returns>
    public async ValueTask<bool> MoveNextAsync(int limit, CancellationToken cancellationToken)
    {
        if (_takenFrom is { } shard)
        {
            if (!shard.HasItem && !shard.IsLastPage)
            {
                await ReadAsync(shard, limit, cancellationToken).ConfigureAwait(false);
            }

            Enqueue(shard);
        }

        if (!_waiting.TryDequeue(out _takenFrom, out var place))
        {
            return false;
        }

        _last = place;
        Current = _takenFrom.Take();
        return true;
    }

    private void Enqueue(ShardAnswer<TEntity> shard)
    {
        if (shard.HasItem)
        {
            _waiting.Enqueue(shard, shard.Place);
        }
    }

    /// <summary>A method of its own, which is trimmed away where no query has several values.</summary>
    private async Task ReadInTurnsAsync(IEnumerable<ShardAnswer<TEntity>> shards, int limit, CancellationToken cancellationToken)
    {
        foreach (var some in shards.Chunk(Lanes.AtOnce))
        {
            await ReadAllAsync(some, limit, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task ReadAllAsync(IEnumerable<ShardAnswer<TEntity>> shards, int limit, CancellationToken cancellationToken) =>
        Task.WhenAll(shards.Select(shard => ReadAsync(shard, limit, cancellationToken)));

    /// <summary>Reads pages of one shard until one holds items or the shard has ended.</summary>
    private async Task ReadAsync(ShardAnswer<TEntity> shard, int limit, CancellationToken cancellationToken)
    {
        var reader = new ShardPageReader<TEntity, TItemReader>(shard, _keys, _order, cursor?.Last);
        do
        {
            shard.BeginPage();
            await requests.ReadPageAsync(query, limit, shard.Trail, reader, cancellationToken, shard.Number).ConfigureAwait(false);
            shard.EndPage();
        }
        while (!shard.HasItem && !shard.IsLastPage);
    }
}
