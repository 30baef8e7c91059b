namespace DynamoGen.Testing.Tests.Documentation;

public sealed class ShopTables : IAsyncLifetime
{
    public LocalTables Tables { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Tables = await LocalTables.StartAsync(services => services.AddShop());

    public ValueTask DisposeAsync() => Tables.DisposeAsync();
}

public sealed class OrderTests(ShopTables shop) : IClassFixture<ShopTables>
{
    [Fact]
    public async Task An_order_that_is_put_can_be_read()
    {
        var orders = shop.Tables.Get<IOrders>();
        await orders.Put(new Order("ALFKI", 1, 10));
        Assert.Equal(10, (await orders.Get("ALFKI", 1))!.Total);
    }
}
