using Amazon.DynamoDBv2;
using DynamoGen.Transport;

namespace DynamoGen.Caching;

/// <summary>
/// Takes what is written out of the cache. It stands where all requests go by, so that no way of writing can be forgotten: single writes, batches,
/// transactions, upgrades of older items and repairs.
/// </summary>
internal sealed class InvalidatingTransport(ITransport transport, ItemCache cache) : ITransport
{
    public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken) =>
        WrittenKeys.Of(request, cache) is { Count: > 0 } keys ? WriteAsync(request, keys, cancellationToken) : transport.SendAsync(request, cancellationToken);

    private async ValueTask<TransportResponse> WriteAsync(TransportRequest request, HashSet<CacheKey> keys, CancellationToken cancellationToken)
    {
        var states = cache.BeginWrite(keys);
        var isUncertain = false;
        try
        {
            return await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            isUncertain = exception is not AmazonDynamoDBException || AppliedAttempt.IsIn(exception);
            throw;
        }
        finally
        {
            await cache.EndWriteAsync(states, isUncertain).ConfigureAwait(false);
        }
    }
}
