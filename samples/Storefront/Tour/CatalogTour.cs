using DynamoGen.Transactions;
using Storefront.Catalog;

namespace Storefront.Tour;

/// <summary>Products: batches, projections, a filter, a scan, an update with a token, and a transaction of reads.</summary>
internal sealed class CatalogTour(IProducts products, ITransactions transactions)
{
    private const int Supplier = 7;

    public static Product Chai { get; } =
        new() { ProductId = 1, SupplierId = Supplier, Name = "Chai", Price = 18, Stock = 39, Tags = ["tea"], Package = new Box(10, 20, 7.5) };

    private static readonly Product[] Assortment =
    [
        Chai,
        new() { ProductId = 2, SupplierId = Supplier, Name = "Chang", Price = 19, Stock = 17, Tags = ["beer"], Package = new Bottle(0.33f) },
        new() { ProductId = 3, SupplierId = Supplier, Name = "Aniseed Syrup", Price = 10, Weights = new() { ["net"] = 550, ["gross"] = 800 } },
        new() { ProductId = 4, SupplierId = Supplier, Name = "Ikura", Price = 31, Stock = 31, Tags = ["fish"] },
    ];

    public IReadOnlyList<TourStop> Stops =>
    [
        new("Put", async () =>
        {
            await products.Put(Chai);
            return Chai.Name;
        }),
        new("PutMany (BatchWriteItem)", async () =>
        {
            await products.PutMany(Assortment);
            return $"{Assortment.Length} products";
        }),
        new("Get", async () => Found(await products.Get(2)).Package?.ToString() ?? "no package"),
        new("GetMany (BatchGetItem)", async () =>
            $"{await products.GetMany(Assortment.Select(product => new Product.PrimaryKey(product.ProductId))).CountAsync()} products"),
        new("Projection by GetItem", async () => Found(await products.GetCard(3)).Name),
        new("Projection by Query, with a range", async () =>
            string.Join(", ", await products.CardsOfSupplier(Supplier, fromPrice: 15, toPrice: 20).Select(card => card.Name).ToListAsync())),
        new("Query with a filter", async () => string.Join(", ", (await products.InStock(Supplier, "tea")).Select(product => product.Name))),
        new("Scan in two segments", async () => $"{await products.Inventory().Select(product => product.Stock).SumAsync()} in stock"),
        new("Update with a token", async () => await products.UpdateStock(1, 5) ? $"{Found(await products.Get(1)).Stock} in stock" : "no such product"),
        new("Transaction of reads", async () =>
        {
            var (first, second) = await transactions.ReadAsync(products.GetAction(1), products.GetAction(2));
            return $"{Found(first).Name} and {Found(second).Name}";
        }),
        new("DeleteMany (BatchWriteItem)", async () =>
        {
            await products.DeleteMany([new Product.PrimaryKey(4)]);
            return await products.Get(4) is null ? "gone" : "still there";
        }),
    ];

    private static T Found<T>(T? item)
        where T : class => item ?? throw new InvalidOperationException($"There is no such {typeof(T).Name}.");
}
