using Northwind.Catalog;
using Northwind.Data;
using Northwind.Sales;

namespace Northwind.Loading;

/// <summary>Writes the whole Northwind database through the generated repositories.</summary>
public sealed class NorthwindLoader(
    ICustomers customers,
    IOrders orders,
    IOrdersVersion1 ordersVersion1,
    IOrderLines lines,
    IShippers shippers,
    IProducts products,
    ICategories categories,
    ISuppliers suppliers)
{
    /// <summary>Orders before this day are written as the previous deployment wrote them.</summary>
    public static readonly DateOnly FirstDayOfVersion2 = new(2012, 9, 1);

    private const int Parallelism = 8;

    public static int CountItems(NorthwindSource source) =>
        source.Customers.Count + source.Orders.Count + source.OrderDetails.Count + source.Products.Count
        + source.Suppliers.Count + source.Categories.Count + source.Shippers.Count;

    /// <param name="source">The rows.</param>
    /// <param name="progress">Told of each item that was written, from several threads.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    public async Task LoadAsync(NorthwindSource source, Action progress, CancellationToken cancellationToken = default)
    {
        await WriteAll(source.Customers, (row, token) => customers.Put(row.ToEntity(), token));
        await WriteAll(source.Orders, WriteOrder);
        await WriteAll(source.OrderDetails, (row, token) => lines.Put(row.ToEntity(), token));
        await WriteAll(source.Products, (row, token) => products.Put(row.ToEntity(), token));
        await WriteAll(source.Suppliers, (row, token) => suppliers.Put(row.ToEntity(), token));
        await WriteAll(source.Categories, (row, token) => categories.Put(row.ToEntity(), token));
        await WriteAll(source.Shippers, (row, token) => shippers.Put(row.ToEntity(), token));

        Task WriteAll<TRow>(IReadOnlyList<TRow> rows, Func<TRow, CancellationToken, ValueTask> write) => Parallel.ForEachAsync(
            rows,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (row, token) =>
            {
                await write(row, token);
                progress();
            });
    }

    private ValueTask WriteOrder(SourceOrder row, CancellationToken cancellationToken) =>
        row.OrderDate < FirstDayOfVersion2
            ? ordersVersion1.Put(row.ToVersion1(), cancellationToken)
            : orders.Put(row.ToEntity(), cancellationToken);
}
