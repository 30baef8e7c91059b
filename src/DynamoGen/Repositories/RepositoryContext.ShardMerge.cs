using DynamoGen.Cursors;
using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <summary>Takes the items of several shards in one order, and knows how far each shard has been taken.</summary>
    private sealed class ShardMerge<TEntity, TMarshaller, TRequest>(RepositoryContext context, QueryCall<TRequest> query, MergedPosition? cursor)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IShardedQueryRequest
    {
        private readonly KeyAttributes _keys = new(query.Pattern);
        private readonly MergeOrder _order = new(query.Options.Descending);
        private readonly PriorityQueue<ShardAnswer<TEntity>, MergePlace> _waiting = new(new MergeOrder(query.Options.Descending));
        private readonly ShardAnswer<TEntity>[] _shards =
            [.. Enumerable.Range(0, query.Request.Shards).Select(number => new ShardAnswer<TEntity>(number, cursor?.Shards[number] ?? default))];

        private MergePlace? _last = cursor?.Last;
        private ShardAnswer<TEntity>? _takenFrom;

        /// <summary>How far the merge has come; null when every shard has ended.</summary>
        public MergedPosition? Position =>
            _last is { } last && _shards.Any(shard => !shard.Position.HasEnded) ? new MergedPosition(last, [.. _shards.Select(shard => shard.Position)]) : null;

        /// <summary>Asks all shards at once.</summary>
        /// <param name="limit">How many items each is asked for.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public async Task BeginAsync(int limit, CancellationToken cancellationToken)
        {
            await Task.WhenAll(_shards.Where(shard => !shard.IsLastPage).Select(shard => ReadAsync(shard, limit, cancellationToken))).ConfigureAwait(false);
            foreach (var shard in _shards)
            {
                Enqueue(shard);
            }
        }

        /// <summary>Takes the next item; null when every shard has ended.</summary>
        /// <param name="limit">How many items are still wanted.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public async ValueTask<TEntity?> NextAsync(int limit, CancellationToken cancellationToken)
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
                return null;
            }

            _last = place;
            return _takenFrom.Take();
        }

        private void Enqueue(ShardAnswer<TEntity> shard)
        {
            if (shard.HasItem)
            {
                _waiting.Enqueue(shard, shard.Place);
            }
        }

        /// <summary>Reads pages of one shard until one holds items or the shard has ended.</summary>
        private async Task ReadAsync(ShardAnswer<TEntity> shard, int limit, CancellationToken cancellationToken)
        {
            var reader = new ShardPageReader<TEntity, TMarshaller>(shard, _keys, _order, cursor?.Last);
            do
            {
                shard.BeginPage();
                var (lastEvaluatedKey, _) = await context.ReadPageAsync(query, limit, shard.NextKey, reader, cancellationToken, shard.Number).ConfigureAwait(false);
                shard.EndPage(lastEvaluatedKey);
            }
            while (!shard.HasItem && !shard.IsLastPage);
        }
    }
}
