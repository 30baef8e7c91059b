using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <summary>Reads one item by its primary key (GetItem).</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="consistentRead">Strongly consistent, at twice the capacity.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The item, or null when there is none.</returns>
    /// <exception cref="DynamoGenException">The item cannot be read, or a key cannot be built.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the request.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request for another reason.</exception>
    public async ValueTask<TEntity?> GetItemAsync<TEntity, TMarshaller, TRequest>(
        AccessPattern pattern,
        TRequest request,
        bool consistentRead,
        CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IKeyRequest
    {
        var tableName = TableName(pattern.Table);
        using var call = telemetry.Start(pattern, tableName);
        try
        {
            using var writer = BeginRequest(tableName);
            writer.Raw(consistentRead ? ",\"ConsistentRead\":true,\"Key\":"u8 : ",\"Key\":"u8);
            request.WriteKey(writer);
            writer.Raw("}"u8);
            using var response = await SendAsync(call, pattern, tableName, writer, cancellationToken).ConfigureAwait(false);
            var (entity, capacityUnits) = ItemResponse.Read<TEntity, TMarshaller>(response.Body.Span);
            call.Received(entity is null ? 0 : 1, capacityUnits);
            return entity;
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
    }

    /// <summary>Writes a whole item, whether or not one with its key exists (PutItem).</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="entity">The item's value; at most 400 KB as DynamoDB counts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="DynamoGenException">A value cannot be stored, or a key cannot be built.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the request.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request for another reason.</exception>
    public async ValueTask PutItemAsync<TEntity, TMarshaller>(AccessPattern pattern, TEntity entity, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        ArgumentNullException.ThrowIfNull(entity);
        var tableName = TableName(pattern.Table);
        using var call = telemetry.Start(pattern, tableName);
        try
        {
            using var writer = BeginRequest(tableName);
            writer.Raw(",\"Item\":"u8);
            TMarshaller.Write(writer, entity);
            writer.Raw("}"u8);
            using var response = await SendAsync(call, pattern, tableName, writer, cancellationToken).ConfigureAwait(false);
            call.Received(1, ItemResponse.ReadCapacity(response.Body.Span));
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
    }

    /// <summary>Deletes the item with a primary key, if there is one (DeleteItem).</summary>
    /// <typeparam name="TRequest">The access pattern's parameters.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="DynamoGenException">A key cannot be built.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled the request.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request for another reason.</exception>
    public async ValueTask DeleteItemAsync<TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TRequest : struct, IKeyRequest
    {
        var tableName = TableName(pattern.Table);
        using var call = telemetry.Start(pattern, tableName);
        try
        {
            using var writer = BeginRequest(tableName);
            writer.Raw(",\"Key\":"u8);
            request.WriteKey(writer);
            writer.Raw("}"u8);
            using var response = await SendAsync(call, pattern, tableName, writer, cancellationToken).ConfigureAwait(false);
            call.Received(0, ItemResponse.ReadCapacity(response.Body.Span));
        }
        catch (Exception exception)
        {
            call.Failed(exception);
            throw;
        }
    }
}
