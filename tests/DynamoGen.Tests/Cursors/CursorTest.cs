using DynamoGen.Repositories;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Cursors;

/// <summary>A test with a shop of its own on the real server, which reads pages as generated repositories do.</summary>
public abstract class CursorTest(LocalServer server) : ShopTest(server)
{
    private protected static readonly AccessPattern OfCustomerPattern = new("IOrders.PageOfCustomer", DynamoOperation.Query, SchemaOf<Shop>());

    private protected RepositoryContext Context => Services.GetRequiredService<RepositoryContext>();

    private protected static TableSchema SchemaOf<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;

    private protected ValueTask<Page<Order>> PageAsync(
        int limit,
        string? cursor,
        OfCustomer? request = null,
        QueryOptions options = default,
        AccessPattern? pattern = null,
        RepositoryContext? context = null) =>
        (context ?? Context).QueryPageAsync<Order, Order.Marshaller, OfCustomer>(
            pattern ?? OfCustomerPattern, request ?? new OfCustomer("c"), options, limit, cursor, null, TestContext.Current.CancellationToken);

    /// <summary>All pages, one by the cursor of the other.</summary>
    private protected static async Task<List<Page<Order>>> WalkAsync(Func<string?, ValueTask<Page<Order>>> read)
    {
        var pages = new List<Page<Order>>();
        string? cursor = null;
        do
        {
            var page = await read(cursor);
            pages.Add(page);
            cursor = page.Cursor;
        }
        while (cursor is not null);

        return pages;
    }

    private protected static int[] Ids(IEnumerable<Page<Order>> pages) => [.. pages.SelectMany(page => page.Items).Select(order => order.OrderId)];
}
