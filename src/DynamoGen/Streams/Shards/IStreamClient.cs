namespace DynamoGen.Streams.Shards;

/// <summary>The four operations of DynamoDB Streams.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB_Streams.html">Amazon DynamoDB Streams</see>.
/// </remarks>
public interface IStreamClient
{
    /// <summary>The streams of a table, or of every table of the account in the region, the disabled ones of the last 24 hours included.</summary>
    /// <param name="tableName">The table's name, or null for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StreamNotFoundException">There is no such table.</exception>
    ValueTask<IReadOnlyList<TableStream>> ListStreamsAsync(string? tableName, CancellationToken cancellationToken = default);

    /// <summary>Describes a stream with all of its shards, however many pages they take.</summary>
    /// <param name="streamArn">The stream.</param>
    /// <param name="childrenOf">The shard whose children alone are asked for, or null for all shards.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StreamNotFoundException">There is no such stream.</exception>
    ValueTask<StreamDescription> DescribeStreamAsync(string streamArn, string? childrenOf = null, CancellationToken cancellationToken = default);

    /// <summary>Begins to read a shard.</summary>
    /// <param name="streamArn">The stream.</param>
    /// <param name="shardId">The shard.</param>
    /// <param name="start">Where the reading begins.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>An iterator, which is valid for 15 minutes.</returns>
    /// <exception cref="StreamNotFoundException">There is no such stream or shard any more.</exception>
    /// <exception cref="TrimmedDataAccessException">The sequence number is older than 24 hours, and what followed it is lost.</exception>
    ValueTask<string> GetShardIteratorAsync(string streamArn, string shardId, ShardStart start, CancellationToken cancellationToken = default);

    /// <summary>Reads the next records of a shard: up to 1,000 and 1 MB. None does not mean that the shard has none.</summary>
    /// <param name="iterator">The iterator.</param>
    /// <param name="limit">The most records, up to 1,000.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ExpiredIteratorException">The iterator is older than 15 minutes.</exception>
    /// <exception cref="TrimmedDataAccessException">What comes next is older than 24 hours and lost.</exception>
    /// <exception cref="StreamNotFoundException">There is no such stream or shard any more.</exception>
    ValueTask<RecordPage> GetRecordsAsync(string iterator, int limit = 1000, CancellationToken cancellationToken = default);
}
