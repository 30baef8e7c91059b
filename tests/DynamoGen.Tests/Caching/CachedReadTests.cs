using DynamoGen.Serialization;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Caching;

/// <summary>Cached reads of the real server.</summary>
public sealed class CachedReadTests(LocalServer server) : IAsyncLifetime
{
    private static readonly Product First = new("a", "1", "first");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly string _prefix = LocalServer.NewPrefix();
    private ServiceProvider? _table;
    private CountingTransport? _transport;
    private CachingProcess? _process;

    public static TheoryData<string> Writes => ["put", "replace", "update", "delete", "create",
        "transaction put", "transaction delete", "other repository"];

    private IProducts Products => _process!.Products;

    private int Gets => _transport!.Gets.Count;

    public async ValueTask InitializeAsync()
    {
        _table = await server.CreateAsync<Products>(builder => builder.Services.AddHybridCache(), _prefix);
        _transport = new CountingTransport(_table.GetRequiredService<ITransport>());
        _process = new CachingProcess(_transport, _clock, prefix: _prefix);
    }

    public async ValueTask DisposeAsync()
    {
        await _process!.DisposeAsync();
        await _table!.DisposeAsync();
    }

    [Fact]
    public async Task An_item_is_read_once_in_its_time()
    {
        await Products.Put(First);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(First with { Revision = 1 }, await Products.Get("a", "1"));
        }

        Assert.Equal(1, Gets);
        Assert.Equal((4, 1, 0), _process!.Counted);
        Assert.Equal("IProducts.Get", Assert.Single(_process.Measurements.Of("dynamogen.cache.misses")).Tags["dynamogen.access_pattern"]);
        _clock.Advance(TimeSpan.FromSeconds(60));
        await Products.Get("a", "1");
        Assert.Equal(2, Gets);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task No_write_of_this_process_is_hidden(string write)
    {
        if (write != "create")
        {
            await Products.Put(First);
        }

        // Two reads: what the first one keeps is what the second one finds.
        await Products.Get("a", "1");
        await Products.Get("a", "1");
        await WriteAsync(write);

        Assert.Equal(await Products.GetStored("a", "1"), await Products.Get("a", "1"));
        var gets = Gets;
        var again = await Products.Get("a", "1");
        Assert.Equal(await Products.GetStored("a", "1"), again);
        Assert.Equal(again is null ? gets + 2 : gets + 1, Gets);
    }

    [Fact]
    public async Task No_batch_of_this_process_is_hidden()
    {
        var stocks = _process!.Stocks;
        await stocks.PutMany([new Stock("1", 1), new Stock("2", 1)]);
        Assert.Equal(1, (await stocks.Get("1"))!.Count);
        await stocks.PutMany([new Stock("2", 2), new Stock("1", 2)]);
        Assert.Equal(2, (await stocks.Get("1"))!.Count);
        Assert.Equal(2, (await stocks.Get("1"))!.Count);
        Assert.Equal(2, Gets);
        await stocks.DeleteMany([new Stock.PrimaryKey("1")]);
        Assert.Null(await stocks.Get("1"));
    }

    [Fact]
    public async Task A_write_leaves_other_items_in_the_cache()
    {
        await Products.Put(First);
        await Products.Put(new Product("a", "2", "second"));
        await Products.Get("a", "1");
        await Products.UpdateTitle("a", "2", "other", revision: 1);
        await _process!.Notes.Put(new Note("1", "text"));
        await _process.Transactions.WriteAsync(
            [Products.CheckAction("a", "1"), Products.PutAction(new Product("a", "3", "third"))], cancellationToken: TestContext.Current.CancellationToken);

        await Products.Get("a", "1");
        Assert.Equal(1, Gets);
    }

    [Fact]
    public async Task An_expired_item_stays_hidden()
    {
        await Products.Put(First with { ExpiresAt = _clock.GetUtcNow().AddSeconds(30) });
        Assert.NotNull(await Products.Get("a", "1"));
        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Null(await Products.Get("a", "1"));
        Assert.Equal(1, Gets);
    }

    [Fact]
    public async Task An_absent_item_is_asked_for_again()
    {
        Assert.Null(await Products.Get("a", "1"));
        await _table!.GetRequiredService<Amazon.DynamoDBv2.IAmazonDynamoDB>().PutItemAsync(
            _prefix + "products",
            AttributeMap.From<Product, Product.Marshaller>(First),
            TestContext.Current.CancellationToken);

        Assert.Equal("first", (await Products.Get("a", "1"))!.Title);
    }

    [Fact]
    public async Task A_projection_is_of_the_same_entry_for_its_own_time()
    {
        await Products.Put(First);
        await Products.Get("a", "1");
        Assert.Equal(new ProductTitle("first", null), await Products.Title("a", "1"));
        Assert.Equal(1, Gets);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(new ProductTitle("first", null), await Products.Title("a", "1"));
        Assert.Equal(2, Gets);
    }

    [Fact]
    public async Task A_key_that_no_cache_takes_as_it_is_is_cached()
    {
        var odd = new Product(new string('ä', 500), "line\n\u0001 \ud83d\ude00", "odd");
        await Products.Put(odd);
        await Products.Get(odd.Shop, odd.Id);

        Assert.Equal("odd", (await Products.Get(odd.Shop, odd.Id))!.Title);
        Assert.Equal(1, Gets);
    }

    [Fact]
    public void A_cached_repository_without_a_cache_does_not_start()
    {
        var services = new ServiceCollection();
        CachingProcess.AddRepositories(services.AddDynamoGen());
        using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IProducts>());
        Assert.Contains("IProducts.Get, IProducts.Title, IStocks.Get: marked with [Cached], but no HybridCache", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_cached_method_there_is_no_cache()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options => options.ServiceUrl = server.Endpoint).AddRepository<INotes>();
        using var provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<INotes>());
        Assert.Null(provider.GetRequiredService<DynamoGen.Hosting.RegisteredCache>().Items);
    }

    private async Task WriteAsync(string write)
    {
        var stored = await Products.GetStored("a", "1") ?? First;
        var changed = stored with { Title = "changed" };
        WriteAction[] actions = write == "transaction put" ? [Products.PutAction(changed)] : [Products.DeleteAction(stored)];
        await (write switch
        {
            "put" => Products.Put(changed).AsTask(),
            "replace" => Products.Replace(changed).AsTask(),
            "update" => Products.UpdateTitle("a", "1", "changed", stored.Revision).AsTask(),
            "delete" => Products.Delete(stored).AsTask(),
            "create" => Products.CreateIfNew(changed).AsTask(),
            "other repository" => _process!.Writes.Put(changed).AsTask(),
            _ => _process!.Transactions.WriteAsync(actions, cancellationToken: TestContext.Current.CancellationToken).AsTask(),
        });
    }
}
