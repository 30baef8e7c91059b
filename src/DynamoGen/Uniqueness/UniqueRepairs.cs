using Amazon.DynamoDBv2;
using DynamoGen.Calls;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Uniqueness;

/// <summary>Repairs the markers of unique values.</summary>
internal sealed class UniqueRepairs(RequestSender sender, Scans scans, ItemReads reads, TransactionSender transactions, TimeProvider timeProvider)
{
    /// <summary>
    /// Sets the markers of unique values right, after items were written, or deleted, by other means: releases those whose item does not have the
    /// value, and claims those that are missing.
    /// </summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="pattern">The access pattern, a Scan.</param>
    /// <param name="segments">How many parts of the table are read at the same time, from 1.</param>
    /// <param name="values">The unique values of an entity.</param>
    /// <param name="attributes">The attributes that they are stored in.</param>
    /// <param name="cancellationToken">Ends the repair; what was done stays done.</param>
    /// <exception cref="ConflictException">Another transaction is at work on an item.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled a request.</exception>
    /// <exception cref="DynamoGenException">An item cannot be read.</exception>
    /// <exception cref="AmazonDynamoDBException">The service refused a request for another reason.</exception>
    /// <remarks>
    /// The whole table is scanned twice, consistently, and each item's markers are read. It may run beside writers: each change is one transaction
    /// with a check that the item is as it was read.
    /// </remarks>
    public ValueTask<UniqueRepair> RunAsync<TEntity, TMarshaller>(
        AccessPattern pattern, int segments, Func<TEntity, UniqueValue[]> values, IReadOnlyList<string> attributes, CancellationToken cancellationToken)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> =>
        new UniqueRepairing<TEntity, TMarshaller>(sender.TableName(pattern.Table), scans, reads, transactions, timeProvider, pattern, values, attributes)
            .RunAsync(segments, cancellationToken);
}
