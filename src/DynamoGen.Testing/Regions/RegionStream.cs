using DynamoGen.Streams;
using DynamoGen.Streams.Shards;
using DynamoGen.Transport;

namespace DynamoGen.Testing;

/// <summary>Reads the stream of one table in one region, each record once.</summary>
/// <param name="client">Reads the streams of the region.</param>
/// <param name="arn">The stream.</param>
internal sealed class RegionStream(IStreamClient client, string arn)
{
    private readonly List<Shard> _open = [];
    private readonly HashSet<string> _known = [];
    private int _most = 1000;

    /// <summary>Reads what is new.</summary>
    public async Task<List<StreamRecord>> ReadAsync()
    {
        var records = new List<StreamRecord>();
        if (_open.Count == 0)
        {
            await DiscoverAsync().ConfigureAwait(false);
        }

        for (var index = 0; index < _open.Count;)
        {
            if (await ReadAsync(_open[index], records).ConfigureAwait(false))
            {
                index++;
                continue;
            }

            // The shard was closed and is read to its end: its children are next.
            _open.RemoveAt(index);
            await DiscoverAsync().ConfigureAwait(false);
        }

        return records;
    }

    /// <summary>Opens the shards whose parents are read to their end.</summary>
    private async Task DiscoverAsync()
    {
        var description = await client.DescribeStreamAsync(arn).ConfigureAwait(false);
        var unread = description.Shards.Select(static shard => shard.ShardId)
            .Where(id => !_known.Contains(id) || _open.Exists(open => open.Id == id))
            .ToHashSet();
        foreach (var shard in description.Shards)
        {
            if ((shard.ParentShardId is null || !unread.Contains(shard.ParentShardId)) && _known.Add(shard.ShardId))
            {
                _open.Add(new Shard(shard.ShardId));
            }
        }
    }

    /// <summary>Reads a shard up to its newest record; says whether it is still open.</summary>
    private async Task<bool> ReadAsync(Shard shard, List<StreamRecord> records)
    {
        var isRenewed = false;
        while (true)
        {
            shard.Iterator ??= await client.GetShardIteratorAsync(arn, shard.Id, shard.Start).ConfigureAwait(false);
            RecordPage page;
            try
            {
                page = await client.GetRecordsAsync(shard.Iterator, _most).ConfigureAwait(false);
            }
            catch (ResponseTooLargeException) when (_most > 1)
            {
                // The service ends a page at 1 MB, and DynamoDB Local at no size.
                _most /= 2;
                continue;
            }
            catch (Exception outdated) when (outdated is ExpiredIteratorException || (outdated is TrimmedDataAccessException && !isRenewed))
            {
                // The server also takes an iterator for trimmed that it gave for a shard without records. A new one goes on behind what is read.
                (shard.Iterator, isRenewed) = (null, true);
                continue;
            }

            isRenewed = false;
            records.AddRange(page.Records);
            shard.Iterator = page.NextIterator;
            if (page.Records.Count > 0)
            {
                shard.Start = ShardStart.After(page.Records[^1].Change.SequenceNumber);
            }

            if (page.NextIterator is null || page.Records.Count == 0)
            {
                return page.NextIterator is not null;
            }
        }
    }

    private sealed class Shard(string id)
    {
        public string Id => id;

        public ShardStart Start { get; set; } = ShardStart.TrimHorizon;

        public string? Iterator { get; set; }
    }
}
