using DynamoGen.Transactions;

namespace DynamoGen.Tests.Caching;

[Table("products", TimeToLive = "expires")]
public sealed partial class Products;

[Entity<Products>]
[Key("SHOP#{Shop}", "PRODUCT#{Id}")]
public sealed partial record Product(string Shop, string Id, string Title)
{
    [OptimisticLock]
    public long Revision { get; init; }

    [AttributeName("expires"), TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }
}

[Projection<Product>]
public sealed partial record ProductTitle(string Title, DateTimeOffset? ExpiresAt);

[Entity<Products>]
[Key("NOTE#{Id}", "NOTE")]
public sealed partial record Note(string Id, string Text);

/// <summary>It has no stamp.</summary>
[Entity<Products>]
[Key("STOCK#{Id}", "STOCK")]
public sealed partial record Stock(string Id, int Count);

[Repository<Stock>]
public partial interface IStocks
{
    [Cached(60)]
    ValueTask<Stock?> Get(string id);

    ValueTask PutMany(IEnumerable<Stock> stocks);

    ValueTask DeleteMany(IEnumerable<Stock.PrimaryKey> keys);
}

[Repository<Product>]
public partial interface IProducts
{
    [Cached(60)]
    ValueTask<Product?> Get(string shop, string id, CancellationToken cancellationToken = default);

    [Cached(5)]
    Task<ProductTitle?> Title(string shop, string id);

    [ConsistentRead]
    ValueTask<Product?> GetStored(string shop, string id);

    ValueTask<Product> Put(Product product);

    ValueTask<bool> CreateIfNew(Product product);

    ValueTask<Product?> Replace(Product product);

    [Update("SET Title = {title}")]
    ValueTask UpdateTitle(string shop, string id, string title, long revision);

    ValueTask Delete(Product product);

    WriteAction PutAction(Product product);

    WriteAction DeleteAction(Product product);

    WriteAction CheckAction(string shop, string id);
}

/// <summary>Nothing of it is cached, and its entity shares the table with one that is.</summary>
[Repository<Note>]
public partial interface INotes
{
    ValueTask<Note?> Get(string id);

    ValueTask Put(Note note);
}

/// <summary>Writes products without caching them itself.</summary>
[Repository<Product>]
public partial interface IProductWrites
{
    ValueTask<Product> Put(Product product);
}
