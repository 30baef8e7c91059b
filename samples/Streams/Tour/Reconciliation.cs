using OrderStreams.Sales;
using OrderStreams.Search;

namespace OrderStreams.Tour;

/// <summary>Compares what the handlers made with the table, which is the truth.</summary>
/// <param name="Orders">The orders in the table.</param>
/// <param name="Wrong">Those whose document is missing, of another version or with another text, and documents without an order.</param>
/// <param name="Untold">The notifications that nobody got.</param>
internal sealed record Reconciliation(int Orders, IReadOnlyList<int> Wrong, IReadOnlyList<(int OrderId, string What)> Untold)
{
    public bool IsComplete => Wrong.Count == 0 && Untold.Count == 0;

    public static async Task<Reconciliation> RunAsync(IOrders orders, SearchServer cluster, OrderWriter writer)
    {
        var documents = cluster.Index.Documents().ToDictionary();
        List<int> wrong = [];
        var count = 0;
        await foreach (var order in orders.All())
        {
            count++;
            if (!documents.Remove(order.OrderId, out var found) || found != (order.Revision, Document.Of(order)))
            {
                wrong.Add(order.OrderId);
            }
        }

        return new Reconciliation(count, [.. wrong, .. documents.Keys], cluster.Outbox.MissingOf(writer.Expected));
    }
}
