using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Streams.Shards;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Streams.Clients;

/// <summary>
/// Calls DynamoDB Streams over HTTP itself, without the pipeline of the AWS SDK. Credentials and the configuration are those of a client of DynamoDB, and so
/// are the retries: throttling, server errors and damaged answers are tried again, 4 attempts unless the configuration says otherwise.
/// </summary>
/// <remarks>
/// <para>
/// Requests go to <see cref="ClientConfig.ServiceURL"/> where code sets one, as DynamoDB Local serves both services by one; to the URL that
/// <c>AWS_ENDPOINT_URL_DYNAMODB_STREAMS</c> or the shared configuration gives for the service; or else to the region's <c>streams.dynamodb</c> host, by
/// AWS's rules for FIPS and dual stack. There are no hosts of accounts.
/// </para>
/// <para>
/// At most two readers of one shard, 5 reads of it a second, 10 descriptions of streams a second: see
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#limits-dynamodb-streams">quotas</see>.
/// </para>
/// </remarks>
public sealed class StreamClient : IStreamClient, IDisposable
{
    private readonly DirectSender _sender;
    private readonly StreamEndpoint _endpoint;

    /// <summary>Creates a client with a pool of connections of its own, which <see cref="Dispose"/> ends.</summary>
    /// <param name="config">Region, endpoint, timeouts, retries and proxy, as of a client of DynamoDB.</param>
    /// <param name="credentials">The credentials, or null for the SDK's default chain.</param>
    /// <param name="timeProvider">The clock of signatures and of the pauses between attempts; null for the system's.</param>
    /// <exception cref="InvalidOperationException">The configuration has a setting that only the SDK's pipeline follows.</exception>
    public StreamClient(AmazonDynamoDBConfig config, AWSCredentials? credentials = null, TimeProvider? timeProvider = null)
        : this(config, credentials, timeProvider, DirectConnection.Handler(config), Random.Shared)
    {
    }

    internal StreamClient(AmazonDynamoDBConfig config, AWSCredentials? credentials, TimeProvider? timeProvider, HttpMessageHandler handler, Random random)
    {
        UnfollowedSettings.Refuse(config, "Leave it out, or register an IStreamClient with a configuration that has none.");
        _endpoint = new StreamEndpoint(config);
        _sender = new DirectSender(config, credentials, timeProvider, handler, random, RetryPace.DynamoDb);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TableStream>> ListStreamsAsync(string? tableName, CancellationToken cancellationToken = default)
    {
        var streams = new List<TableStream>();
        string? last = null;
        do
        {
            var request = StreamRequests.ListStreams(tableName, last);
            using var response = await SendAsync(StreamOperation.ListStreams, request, cancellationToken).ConfigureAwait(false);
            last = StreamResponses.ReadStreams(response.Body.Span, streams);
        }
        while (last is not null);

        return streams;
    }

    /// <inheritdoc/>
    public async ValueTask<StreamDescription> DescribeStreamAsync(
        string streamArn, string? childrenOf = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(streamArn);
        if (childrenOf is null)
        {
            return await DescribeAllAsync(streamArn, cancellationToken).ConfigureAwait(false);
        }

        // A request has either a filter or a place where it goes on, so that children of more than one page are found among all shards.
        var children = new List<ShardDescription>();
        var page = await DescribePageAsync(StreamRequests.DescribeChildren(streamArn, childrenOf), children, cancellationToken).ConfigureAwait(false);
        if (page.LastShardId is null)
        {
            return new StreamDescription(page.IsOpen, page.View, children);
        }

        var all = await DescribeAllAsync(streamArn, cancellationToken).ConfigureAwait(false);
        return all with { Shards = [.. all.Shards.Where(shard => shard.ParentShardId == childrenOf)] };
    }

    /// <inheritdoc/>
    public async ValueTask<string> GetShardIteratorAsync(
        string streamArn, string shardId, ShardStart start, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(streamArn);
        ArgumentException.ThrowIfNullOrEmpty(shardId);
        var request = StreamRequests.GetShardIterator(streamArn, shardId, start);
        using var response = await SendAsync(StreamOperation.GetShardIterator, request, cancellationToken).ConfigureAwait(false);
        return StreamResponses.ReadIterator(response.Body.Span);
    }

    /// <inheritdoc/>
    public async ValueTask<RecordPage> GetRecordsAsync(string iterator, int limit = 1000, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(iterator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        var request = StreamRequests.GetRecords(iterator, limit);
        using var response = await SendAsync(StreamOperation.GetRecords, request, cancellationToken).ConfigureAwait(false);

        // The records are parts of the body and outlive the call, so that they get bytes that go back to no pool.
        return StreamResponses.ReadRecords(response.Body.ToArray(), _endpoint.Value.Region);
    }

    /// <summary>Ends the connections.</summary>
    public void Dispose() => _sender.Dispose();

    private async ValueTask<StreamDescription> DescribeAllAsync(string streamArn, CancellationToken cancellationToken)
    {
        var shards = new List<ShardDescription>();
        StreamDescriptionPage page = default;
        do
        {
            var request = StreamRequests.DescribeStream(streamArn, page.LastShardId);
            page = await DescribePageAsync(request, shards, cancellationToken).ConfigureAwait(false);
        }
        while (page.LastShardId is not null);

        return new StreamDescription(page.IsOpen, page.View, shards);
    }

    private async ValueTask<StreamDescriptionPage> DescribePageAsync(
        ReadOnlyMemory<byte> request, List<ShardDescription> shards, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(StreamOperation.DescribeStream, request, cancellationToken).ConfigureAwait(false);
        return StreamDescriptionPage.Read(response.Body.Span, shards);
    }

    private async ValueTask<TransportResponse> SendAsync(StreamOperation operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        try
        {
            return await _sender.SendAsync(new StreamCall(operation, body, _endpoint), cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonDynamoDBException refused) when (Named(refused) is { } named)
        {
            throw named;
        }
    }

    /// <summary>The exception of a refusal that tells a reader what to do; null for every other.</summary>
    private static DynamoGenException? Named(AmazonDynamoDBException refused) => refused.ErrorCode switch
    {
        "ExpiredIteratorException" => new ExpiredIteratorException(refused.Message, refused),
        "TrimmedDataAccessException" => new TrimmedDataAccessException(refused.Message, refused),
        "ResourceNotFoundException" => new StreamNotFoundException(refused.Message, refused),
        _ => null,
    };
}
