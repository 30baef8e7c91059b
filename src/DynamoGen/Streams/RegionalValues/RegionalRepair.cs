using DynamoGen.Regions.Values;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Fences;
using DynamoGen.Transactions;

namespace DynamoGen.Streams.RegionalValues;

/// <summary>
/// Repairs in one region the values of an entity of which each region has a part, by the change stream of its table there: where another write has changed
/// what this region counted, the difference is taken back, and where it has overwritten what this region set, added or removed, that is written again.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <remarks>
/// A repair of a counter is one transaction with the item's fence in <see cref="StreamFence.Table"/>, which is in its region alone, so that a record that comes
/// again repairs nothing twice: a mark in the item would be overwritten together with the repair. It takes four write units. A repair of a set or a register is
/// one conditional update, which comes to the same when it is made again, and a record that needs no repair takes nothing. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
public sealed class RegionalRepair<TEntity> : IStreamHandler
    where TEntity : IRegionalEntity
{
    private readonly RegionalSchema _schema = TEntity.Regional;
    private readonly RepositoryContext _context;
    private readonly StreamFence _fence;
    private readonly AccessPattern _write;

    /// <summary>Creates the handler.</summary>
    /// <param name="context">Sends the requests to the region of the stream.</param>
    /// <param name="transactions">Sends the transactions.</param>
    public RegionalRepair(RepositoryContext context, ITransactions transactions)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        _fence = new StreamFence(context, transactions);
        _write = new AccessPattern($"RegionalRepair.{_schema.Entity}", DynamoOperation.UpdateItem, _schema.Table);
    }

    /// <summary>The handler's name and what it handles.</summary>
    internal static StreamHandlerSchema Schema { get; } = new(
        $"{TEntity.Regional.Entity}Regional", TEntity.Regional.Table, [new HandledChange(TEntity.Regional.Entity, ChangeKind.Modified)], HandlesOther: false);

    /// <summary>Repairs what a record shows.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Ends the handling.</param>
    /// <exception cref="InvalidOperationException">The record is of another region than the client.</exception>
    /// <exception cref="ConditionFailedException">Other writes of the same part came first, again and again; the record can be handled again.</exception>
    public async ValueTask HandleAsync(StreamRecord record, CancellationToken cancellationToken)
    {
        var region = _context.StampedRegion;
        if (record.Region != region)
        {
            throw new InvalidOperationException(
                $"What '{region}' wrote is repaired by the stream of that region, and the record is of '{record.Region}': each region repairs its own.");
        }

        var distortions = CounterDistortion.Find(_schema, record, region);
        var losses = PartLoss.Find(_schema, record, region);
        if (distortions.Count > 0)
        {
            await CountAgainAsync(record, region, distortions, cancellationToken).ConfigureAwait(false);
        }

        if (losses.Count > 0)
        {
            await WriteAgainAsync(record.Keys, region, losses, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask CountAgainAsync(
        StreamRecord record, string region, IReadOnlyList<(string Attribute, long By)> distortions, CancellationToken cancellationToken)
    {
        var request = new CounterRepairRequest(record.Keys, _schema, region, distortions);
        try
        {
            await _fence.ApplyAsync($"{Schema.Name}@{region}", record.Change, [_context.Action(_write, request)], cancellationToken).ConfigureAwait(false);
        }
        catch (TransactionFailedException failed) when (failed.Failures is [{ Slot: 0, Reason: TransactionFailureReason.ConditionFailed }])
        {
            // The item is gone, and what it counted with it.
        }
    }

    /// <summary>Joins what was lost with what the item has, which may be more than the record shows.</summary>
    private async ValueTask WriteAgainAsync(
        ReadOnlyMemory<byte> key, string region, IReadOnlyList<PartLoss> losses, CancellationToken cancellationToken)
    {
        const int Attempts = 10;
        for (var attempt = 1; losses.Count > 0; attempt++)
        {
            try
            {
                var request = new PartRepairRequest(key, _schema, region, losses);
                await _context.WriteAsync(_write, request, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (ConditionFailedException failed) when (attempt < Attempts)
            {
                // Without an item of the entity there is nothing to repair any more.
                losses = failed.Item is { } item && item.TryGetValue(_schema.Table.TypeAttribute, out var entity) && entity.S == _schema.Entity
                    ? [.. losses.Select(loss => loss with { Current = item.GetValueOrDefault(loss.Attribute) }).Where(static loss => loss.IsLost)]
                    : [];
            }
        }
    }
}
