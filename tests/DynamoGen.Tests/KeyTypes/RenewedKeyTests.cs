using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.KeyTypes;

public sealed class RenewedKeyTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private IAnimals Animals => _services!.GetRequiredService<IAnimals>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<Zoo>(builder => builder.AddRepository<IAnimals>());

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_update_writes_the_index_key_that_a_put_writes()
    {
        await Animals.Put(new Animal(1, "new", new Monkey("ann")));
        await Animals.Update(1, "sold", new Monkey("ann"));
        var updated = await StoredAsync();
        await Animals.Put(new Animal(1, "sold", new Monkey("ann")));
        var put = await StoredAsync();

        Assert.Equal("monkey.sold#ann", updated["gsi1pk"].S);
        Assert.Equal(put.ToDictionary(pair => pair.Key, pair => pair.Value.S ?? pair.Value.N),
            updated.ToDictionary(pair => pair.Key, pair => pair.Value.S ?? pair.Value.N));
        Assert.Equal(new Animal(1, "sold", new Monkey("ann")), Assert.Single(await Animals.Of("sold", new Monkey("ann"))));
        Assert.Empty(await Animals.Of("new", new Monkey("ann")));
    }

    [Fact]
    public async Task A_wrapper_in_an_index_key_is_renewed_too()
    {
        await Animals.Put(new Animal(2, "new", new Monkey("ann")));
        await Animals.UpdateKeeper(2, "new", new Monkey("bob"));

        Assert.Equal(new Animal(2, "new", new Monkey("bob")), Assert.Single(await Animals.Of("new", new Monkey("bob"))));
        Assert.Equal(new Monkey("bob"), (await Animals.Get(2))!.Keeper);
    }

    private async Task<Dictionary<string, AttributeValue>> StoredAsync()
    {
        var name = _services!.GetRequiredService<DynamoGenOptions>().TableName(Schema<Zoo>());
        var items = await _services!.GetRequiredService<IAmazonDynamoDB>()
            .ScanAsync(new ScanRequest(name) { ConsistentRead = true }, TestContext.Current.CancellationToken);
        return Assert.Single(items.Items);
    }

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
