using DynamoGen;
using DynamoGen.Regions.Conflicts;

namespace OrdersEverywhere.Orders;

/// <summary>
/// Merges what two regions wrote of one order at the same time. It runs in each region, and is told of each lost update in the region that made it.
/// </summary>
[StreamHandler<OrderTable>]
public sealed partial class OrderConflicts(IOrders orders, Action<string> tell)
{
    private async ValueTask Conflicted(Order lost, Order won, ConflictContext context)
    {
        // Lines that were added here are added again. The address is that of the write that stands: the customer said it last.
        var merged = won with { Lines = [.. won.Lines.Union(lost.Lines)] };
        var isWritten = await orders.Replace(merged, won.Mark!);
        tell($"{context.Region}: the write of {context.Lost.Region} was lost to one of {context.Won.Region}, "
            + (isWritten ? "and is merged with it." : "which has been written since."));
    }
}
