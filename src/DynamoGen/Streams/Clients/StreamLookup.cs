using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Clients;

/// <summary>Finds the stream of a table.</summary>
public static class StreamLookup
{
    /// <summary>Finds the stream that changes of a table go to. A table has at most one; those that were disabled before can still be listed.</summary>
    /// <param name="client">The client that asks, by ListStreams and DescribeStream.</param>
    /// <param name="tableName">The table's name, as it is in DynamoDB.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ARN of the newest stream that is enabled.</returns>
    /// <exception cref="StreamNotFoundException">The table has no stream that is enabled, or there is no such table.</exception>
    /// <remarks>
    /// <c>LatestStreamArn</c> of DescribeTable also names a stream that is disabled, and needs a permission for the table. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_ListStreams.html">ListStreams</see>.
    /// </remarks>
    public static async ValueTask<string> FindStreamAsync(this IStreamClient client, string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        var streams = await client.ListStreamsAsync(tableName, cancellationToken).ConfigureAwait(false);
        foreach (var stream in streams.OrderByDescending(stream => stream.Label, StringComparer.Ordinal))
        {
            if (await IsOpenAsync(client, stream.Arn, cancellationToken).ConfigureAwait(false))
            {
                return stream.Arn;
            }
        }

        throw new StreamNotFoundException($"The table '{tableName}' has no stream that is enabled.");
    }

    /// <summary>A stream can go away between the list and the look at it.</summary>
    private static async ValueTask<bool> IsOpenAsync(IStreamClient client, string streamArn, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.DescribeStreamAsync(streamArn, childrenOf: null, cancellationToken).ConfigureAwait(false)).IsOpen;
        }
        catch (StreamNotFoundException)
        {
            return false;
        }
    }
}
