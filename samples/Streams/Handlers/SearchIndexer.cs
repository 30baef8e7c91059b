using DynamoGen;
using OrderStreams.Sales;
using OrderStreams.Search;

namespace OrderStreams.Handlers;

/// <summary>
/// Keeps the search index. A change that comes twice does no harm, since the order's revision is the document's version: the cluster passes over what is
/// not newer than what it has.
/// </summary>
[StreamHandler<OrdersTable>(Name = SearchIndexer.HandlerName)]
public sealed partial class SearchIndexer(SearchClient search)
{
    public const string HandlerName = "search-indexer";

    private ValueTask Inserted(Order order, CancellationToken cancellationToken) => Put(order, cancellationToken);

    private ValueTask Modified(Order after, CancellationToken cancellationToken) => Put(after, cancellationToken);

    /// <summary>The removal is one more revision, though no item has it.</summary>
    private ValueTask Removed(Order order, CancellationToken cancellationToken) =>
        search.SendAsync(new SearchRequest(order.OrderId, Version: order.Revision + 1), cancellationToken);

    private ValueTask Put(Order order, CancellationToken cancellationToken) =>
        search.SendAsync(new SearchRequest(order.OrderId, order.Revision, Document.Of(order)), cancellationToken);
}
