using DynamoGen.Regions.Counters;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Fences;
using DynamoGen.Transactions;

namespace DynamoGen.Streams.Counters;

/// <summary>
/// Repairs the counters of an entity in one region, by the change stream of its table there: where another region's write has changed what this region itself
/// has counted, the difference is taken back.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <remarks>
/// A repair is one transaction with the item's fence in <see cref="StreamFence.Table"/>, which is in its region alone, so that a record that comes again
/// repairs nothing twice: a mark in the item would be overwritten together with the repair. It takes four write units, and a record that needs no repair takes
/// none. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
public sealed class CounterRepair<TEntity> : IStreamHandler
    where TEntity : IRegionalCounters
{
    private readonly RegionalCounterSchema _counters = TEntity.Counters;
    private readonly RepositoryContext _context;
    private readonly StreamFence _fence;
    private readonly AccessPattern _write;

    /// <summary>Creates the handler.</summary>
    /// <param name="context">Sends the requests to the region of the stream.</param>
    /// <param name="transactions">Sends the transactions.</param>
    public CounterRepair(RepositoryContext context, ITransactions transactions)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        _fence = new StreamFence(context, transactions);
        _write = new AccessPattern($"CounterRepair.{_counters.Entity}", DynamoOperation.UpdateItem, _counters.Table);
    }

    /// <summary>The handler's name and what it handles.</summary>
    internal static StreamHandlerSchema Schema { get; } = new(
        $"{TEntity.Counters.Entity}Counters", TEntity.Counters.Table, [new HandledChange(TEntity.Counters.Entity, ChangeKind.Modified)], HandlesOther: false);

    /// <summary>Repairs what a record shows.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Ends the handling.</param>
    /// <exception cref="InvalidOperationException">The record is of another region than the client.</exception>
    public ValueTask HandleAsync(StreamRecord record, CancellationToken cancellationToken)
    {
        var region = _context.StampedRegion;
        if (record.Region != region)
        {
            throw new InvalidOperationException(
                $"Counters of '{region}' are repaired by the stream of that region, and the record is of '{record.Region}': each region repairs its own.");
        }

        var distortions = CounterDistortion.Find(_counters, record, region);
        return distortions.Count == 0 ? default : RepairAsync(record, region, distortions, cancellationToken);
    }

    private async ValueTask RepairAsync(
        StreamRecord record, string region, IReadOnlyList<(string Attribute, long By)> distortions, CancellationToken cancellationToken)
    {
        var request = new CounterRepairRequest(record.Keys, _counters.Entity, _counters.UpdatedRegion, region, distortions);
        try
        {
            await _fence.ApplyAsync($"{Schema.Name}@{region}", record.Change, [_context.Action(_write, request)], cancellationToken).ConfigureAwait(false);
        }
        catch (TransactionFailedException failed) when (failed.Failures is [{ Slot: 0, Reason: TransactionFailureReason.ConditionFailed }])
        {
            // The item is gone, and what it counted with it.
        }
    }
}
