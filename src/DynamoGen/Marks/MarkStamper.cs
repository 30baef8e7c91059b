using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Marks;

/// <summary>Gives the items that another program wrote the marks of their entity: its name, and version 1.</summary>
/// <param name="context">Sends the requests.</param>
/// <remarks>
/// Nothing else of an item is changed, and an item that is written or deleted meanwhile is left as it is, so that it runs beside readers and writers, may be
/// stopped, and run again. When all entities of a table are stamped and the other program has ended, the table can have <see cref="ItemMarks.Required"/>.
/// </remarks>
public sealed class MarkStamper(RepositoryContext context)
{
    private const int WritesAtOnce = 16;

    /// <summary>Stamps the items of one entity.</summary>
    /// <typeparam name="TTable">Their table, with <see cref="ItemMarks.Optional"/>.</typeparam>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller, such as <c>Order.Marshaller</c>.</typeparam>
    /// <param name="segments">How many parts of the table are read at the same time, from 1.</param>
    /// <param name="cancellationToken">Ends the run; what is stamped stays so.</param>
    /// <exception cref="InvalidOperationException">The items of the table are not known without marks, or have none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The segments are less than 1 or more than 1,000,000.</exception>
    /// <exception cref="ThrottledException">DynamoDB throttled a request again and again.</exception>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused a request for another reason.</exception>
    /// <remarks>
    /// The whole table is read, consistently: a read capacity unit for each 4 KB. Each stamp is an update, which costs a write capacity unit for each KB of the
    /// item and as much again for each index that holds the marks. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html">scanning tables</see>.
    /// </remarks>
    public async Task<StampedMarks> StampAsync<TTable, TEntity, TMarshaller>(int segments = 1, CancellationToken cancellationToken = default)
        where TTable : class, ITable<TTable>
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        var table = TTable.Schema;
        var beginning = table.Marks == ItemMarks.Optional && TMarshaller.Beginning is { } known ? known : throw new InvalidOperationException(
            $"Items of '{TMarshaller.EntityName}' cannot be known without marks and be given them: table '{table.Name}' has no ItemMarks.Optional.");
        var name = $"{nameof(MarkStamper)}.{TMarshaller.EntityName}";
        var scan = new AccessPattern(name, DynamoOperation.Scan, table);
        var update = new AccessPattern(name, DynamoOperation.UpdateItem, table);
        var keys = context.ScanAsync<byte[], UnmarkedKeyReader<TEntity, TMarshaller>, UnmarkedScan>(
            scan, new UnmarkedScan(table, beginning), segments, consistentRead: true, cancellationToken);
        var (stamped, passed) = (0L, 0L);
        await Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce, CancellationToken = cancellationToken },
            async (key, token) =>
            {
                var isStamped = await context.TryWriteAsync(update, new StampRequest(key, table, TMarshaller.EntityName), token).ConfigureAwait(false);
                Interlocked.Increment(ref isStamped ? ref stamped : ref passed);
            }).ConfigureAwait(false);
        return new StampedMarks(stamped, passed);
    }
}
