using DynamoGen.Batches;
using DynamoGen.Calls;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Uniqueness;

namespace DynamoGen.Repositories;

public sealed partial class RepositoryContext
{
    /// <inheritdoc cref="WriteOutcomes.Of"/>
    public static ValueTask<WriteOutcome> OutcomeAsync(ValueTask write) => WriteOutcomes.Of(write);

    /// <inheritdoc cref="WriteOutcomes.UnlessAbsent(ValueTask)"/>
    public static ValueTask UnlessAbsentAsync(ValueTask write) => WriteOutcomes.UnlessAbsent(write);

    /// <inheritdoc cref="WriteOutcomes.UnlessAbsent{TEntity}(ValueTask{TEntity})"/>
    public static ValueTask<TEntity?> UnlessAbsentAsync<TEntity>(ValueTask<TEntity?> write)
        where TEntity : class => WriteOutcomes.UnlessAbsent(write);

    /// <inheritdoc cref="ItemWrites.WriteAsync"/>
    public ValueTask WriteAsync<TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest =>
        _writes.WriteAsync<TRequest>(pattern, request, cancellationToken);

    /// <inheritdoc cref="ItemWrites.TryWriteAsync"/>
    public ValueTask<bool> TryWriteAsync<TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest =>
        _writes.TryWriteAsync<TRequest>(pattern, request, cancellationToken);

    /// <inheritdoc cref="ItemWrites.WriteReturningAsync"/>
    public ValueTask<TItem?> WriteReturningAsync<TItem, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        ReturnedValues returned,
        CancellationToken cancellationToken)
        where TItem : class
        where TItemReader : struct, IItemReader<TItem>
        where TRequest : struct, IWriteRequest =>
        _writes.WriteReturningAsync<TItem, TItemReader, TRequest>(pattern, request, returned, cancellationToken);

    /// <inheritdoc cref="VersionedWrites.WriteVersionedAsync"/>
    public ValueTask WriteVersionedAsync<TEntity, TMarshaller, TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest =>
        _versioned.WriteVersionedAsync<TEntity, TMarshaller, TRequest>(pattern, request, cancellationToken);

    /// <inheritdoc cref="VersionedWrites.TryWriteVersionedAsync"/>
    public ValueTask<bool> TryWriteVersionedAsync<TEntity, TMarshaller, TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest =>
        _versioned.TryWriteVersionedAsync<TEntity, TMarshaller, TRequest>(pattern, request, cancellationToken);

    /// <inheritdoc cref="VersionedWrites.WriteVersionedReturningAsync"/>
    public ValueTask<TItem?> WriteVersionedReturningAsync<TEntity, TMarshaller, TItem, TItemReader, TRequest>(
        AccessPattern pattern,
        TRequest request,
        ReturnedValues returned,
        CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TItem : class
        where TItemReader : struct, IItemReader<TItem>
        where TRequest : struct, IWriteRequest =>
        _versioned.WriteVersionedReturningAsync<TEntity, TMarshaller, TItem, TItemReader, TRequest>(pattern, request, returned, cancellationToken);

    /// <inheritdoc cref="VersionedWrites.WriteOnceAsync"/>
    public ValueTask WriteOnceAsync<TEntity, TMarshaller, TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest =>
        _versioned.WriteOnceAsync<TEntity, TMarshaller, TRequest>(pattern, request, cancellationToken);

    /// <inheritdoc cref="VersionedWrites.TryWriteOnceAsync"/>
    public ValueTask<bool> TryWriteOnceAsync<TEntity, TMarshaller, TRequest>(AccessPattern pattern, TRequest request, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
        where TRequest : struct, IWriteRequest =>
        _versioned.TryWriteOnceAsync<TEntity, TMarshaller, TRequest>(pattern, request, cancellationToken);

    /// <inheritdoc cref="BatchWrites.PutManyAsync"/>
    public ValueTask PutManyAsync<TEntity, TMarshaller>(AccessPattern pattern, IEnumerable<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> =>
        PutManyAsync<TEntity, TMarshaller>(pattern, new BatchSource<TEntity>(entities), cancellationToken);

    /// <inheritdoc cref="BatchWrites.PutManyAsync"/>
    public ValueTask PutManyAsync<TEntity, TMarshaller>(AccessPattern pattern, BatchSource<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> =>
        _batchWrites.PutManyAsync<TEntity, TMarshaller>(pattern, entities, cancellationToken);

    /// <inheritdoc cref="BatchWrites.DeleteManyAsync"/>
    public ValueTask DeleteManyAsync<TRequest>(AccessPattern pattern, IEnumerable<TRequest> requests, CancellationToken cancellationToken)
        where TRequest : struct, IKeyRequest =>
        DeleteManyAsync(pattern, new BatchSource<TRequest>(requests), cancellationToken);

    /// <inheritdoc cref="BatchWrites.DeleteManyAsync"/>
    public ValueTask DeleteManyAsync<TRequest>(AccessPattern pattern, BatchSource<TRequest> requests, CancellationToken cancellationToken)
        where TRequest : struct, IKeyRequest =>
        _batchWrites.DeleteManyAsync<TRequest>(pattern, requests, cancellationToken);

    /// <inheritdoc cref="UniqueWrites.WriteAsync"/>
    public ValueTask WriteUniqueAsync<TRequest>(
        AccessPattern pattern, TRequest request, string entity, UniqueChange[] changes, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest =>
        _uniqueWrites.WriteAsync<TRequest>(pattern, request, entity, changes, cancellationToken);

    /// <inheritdoc cref="UniqueWrites.TryWriteAsync"/>
    public ValueTask<bool> TryWriteUniqueAsync<TRequest>(
        AccessPattern pattern, TRequest request, string entity, UniqueChange[] changes, CancellationToken cancellationToken)
        where TRequest : struct, IWriteRequest =>
        _uniqueWrites.TryWriteAsync<TRequest>(pattern, request, entity, changes, cancellationToken);

    /// <inheritdoc cref="UniqueRepairs.RunAsync"/>
    public ValueTask<UniqueRepair> RepairUniqueAsync<TEntity, TMarshaller>(
        AccessPattern pattern, int segments, Func<TEntity, UniqueValue[]> values, IReadOnlyList<string> attributes, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> =>
        _uniqueRepairs.RunAsync<TEntity, TMarshaller>(pattern, segments, values, attributes, cancellationToken);
}
