using System.Runtime.CompilerServices;
using DynamoGen.Requests;
using DynamoGen.Responses;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transport;

namespace DynamoGen.Calls;

/// <summary>Reads single items.</summary>
internal sealed class ItemReads(RequestSender sender)
{
    /// <summary>Reads one item by its primary key (GetItem).</summary>
    /// <typeparam name="TEntity">The entity, a projection of it, or its primary key.</typeparam>
    /// <typeparam name="TItemReader">Reads its items.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="consistentRead">Strongly consistent, at twice the capacity.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The item, or null when there is none.</returns>
    /// <exception cref="DynamoGenException">The item cannot be read, or a key cannot be built.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the request.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request for another reason.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TEntity?> GetItemAsync<TEntity, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        bool consistentRead,
        CancellationToken cancellationToken)
        where TEntity : class
        where TItemReader : struct, IItemReader<TEntity>
        where TRequest : struct, IKeyRequest
    {
        var tableName = sender.TableName(pattern.Table);
        using var call = sender.Start(pattern, tableName);
        try
        {
            using var writer = sender.Begin(tableName);
            writer.Raw(consistentRead ? ",\"ConsistentRead\":true,\"Key\":"u8 : ",\"Key\":"u8);
            RequestValues.WriteKey(writer, request);
            TRequest.WriteProjection(writer);
            writer.Raw("}"u8);
            using var response = await sender.SendAsync(call, pattern, tableName, writer, items: 1, cancellationToken).ConfigureAwait(false);
            var (entity, capacity) = SingleItemResponse.Read<TEntity, TItemReader>(response.Body.Span);
            call.Received(response, entity is null ? 0 : 1, capacity);
            return entity;
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
    }

    /// <summary>Asks whether there is an item of a primary key (GetItem), of which no more than its key is read.</summary>
    /// <returns>Whether there is one.</returns>
    /// <inheritdoc cref="GetItemAsync"/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ExistsAsync<TRequest>(AccessPattern pattern, TRequest request, bool consistentRead, CancellationToken cancellationToken)
        where TRequest : struct, IKeyRequest
    {
        var tableName = sender.TableName(pattern.Table);
        using var call = sender.Start(pattern, tableName);
        try
        {
            using var writer = sender.Begin(tableName);
            writer.Raw(consistentRead ? ",\"ConsistentRead\":true,\"Key\":"u8 : ",\"Key\":"u8);
            RequestValues.WriteKey(writer, request);
            TRequest.WriteProjection(writer);
            writer.Raw("}"u8);
            using var response = await sender.SendAsync(call, pattern, tableName, writer, items: 1, cancellationToken).ConfigureAwait(false);
            var (isThere, capacity) = SingleItemResponse.ReadPresence(response.Body.Span);
            call.Received(response, isThere ? 1 : 0, capacity);
            return isThere;
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
    }

    /// <summary>Reads one whole item as DynamoDB returns it.</summary>
    /// <returns>The item's JSON, or null when there is none.</returns>
    /// <inheritdoc cref="GetItemAsync"/>
    public async ValueTask<ReadOnlyMemory<byte>?> GetItemJsonAsync<TRequest>(
        AccessPattern pattern, TRequest request, bool consistentRead, CancellationToken cancellationToken)
        where TRequest : struct, IKeyRequest
    {
        var tableName = sender.TableName(pattern.Table);
        using var call = sender.Start(pattern, tableName);
        try
        {
            using var writer = sender.Begin(tableName);
            writer.Raw(consistentRead ? ",\"ConsistentRead\":true,\"Key\":"u8 : ",\"Key\":"u8);
            RequestValues.WriteKey(writer, request);
            writer.Raw("}"u8);
            using var response = await sender.SendAsync(call, pattern, tableName, writer, items: 1, cancellationToken).ConfigureAwait(false);
            var (item, capacity) = SingleItemResponse.ReadJson(response.Body.Span);
            call.Received(response, item is null ? 0 : 1, capacity);
            return item is null ? default(ReadOnlyMemory<byte>?) : item;
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
    }
}
