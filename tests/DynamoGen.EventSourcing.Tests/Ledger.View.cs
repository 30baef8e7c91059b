using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing.Tests;

/// <summary>What a projection made of one stream; the sum depends on the order of the events.</summary>
[Entity<Ledger>]
[Key("VIEW#{Projection}#{StreamId}", "VIEW")]
public sealed partial record OrderView(string Projection, string StreamId, long Events, decimal Amount, long OrderedSum);

[Repository<OrderView>]
public partial interface IOrderViews
{
    [ConsistentRead]
    ValueTask<OrderView?> Get(string projection, string streamId);

    WriteAction PutAction(OrderView view);
}

/// <summary>Counts the events of each stream, in writes that are applied with the fence.</summary>
internal sealed class OrderTotals(IOrderViews views, string name) : IProjection<StoredOrderEvent>
{
    public string Name => name;

    public async ValueTask<IReadOnlyCollection<WriteAction>> ApplyAsync(StoredOrderEvent stored, CancellationToken cancellationToken)
    {
        var before = await views.Get(name, stored.StreamId) ?? new OrderView(name, stored.StreamId, 0, 0, 0);
        var amount = stored.Event is OrderPaid paid ? paid.Amount : 0;
        return
        [
            views.PutAction(before with
            {
                Events = before.Events + 1,
                Amount = before.Amount + amount,
                OrderedSum = ((before.OrderedSum * 31) + decimal.ToInt64(amount)) % 1_000_000_007,
            }),
        ];
    }
}
