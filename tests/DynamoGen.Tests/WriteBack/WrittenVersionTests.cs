using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Repositories;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.WriteBack;

/// <summary>What is written back has the form that the build writes.</summary>
public sealed class WrittenVersionTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<Leaves>(builder => builder
        .AddWriteBack(Leaf.Marshaller.Upcasts, options => (options.Share, options.MaxPerSecond) = (1, 1_000))
        .AddRepository<IFirstLeaves>().AddRepository<ILeaves>().AddRepository<INewestLeaves>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Older_items_get_the_written_form_and_newer_ones_stay()
    {
        await Service<INewestLeaves>().Put(new NewestLeaf(1) { Color = "green", Veins = 4 });
        await Service<IFirstLeaves>().Put(new FirstLeaf(2, "red"));

        Assert.Equal(4, (await Service<ILeaves>().Get(1))!.Veins);
        Assert.Equal("red", (await Service<ILeaves>().Get(2))!.Color);

        for (var waited = 0; waited < 3_000 && (await StoredAsync(2))["_v"].N == "1"; waited++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal(("2", "red", ""), await StoredAsync(2) is var older ? (older["_v"].N, older["Color"].S, older["Veins"].S) : default);
        Assert.False((await StoredAsync(2)).ContainsKey("Shade"));
        Assert.Equal(("3", "4"), await StoredAsync(1) is var newer ? (newer["_v"].N, newer["Veins"].N) : default);
    }

    private T Service<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    private async Task<Dictionary<string, AttributeValue>> StoredAsync(int id)
    {
        using var client = new AmazonDynamoDBClient("local", "local", new AmazonDynamoDBConfig { ServiceURL = server.Endpoint });
        var key = NewestLeaf.ToItem(new NewestLeaf(id) { Color = "" }).Where(attribute => attribute.Key is "pk" or "sk").ToDictionary();
        return (await client.GetItemAsync(Service<RepositoryContext>().TableName(SchemaOf<Leaves>()), key, consistentRead: true)).Item;
    }

    private static Schema.TableSchema SchemaOf<TTable>()
        where TTable : class, Schema.ITable<TTable> => TTable.Schema;
}
