using System.Runtime.Loader;
using Amazon.DynamoDBv2;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>The table of a shop on the server, and its source before and after an edit: what the one has written, the other reads.</summary>
internal sealed class EditedShop : IAsyncDisposable
{
    private readonly LoadedSource _source;
    private readonly ServiceProvider _services;
    private readonly string _prefix;

    private EditedShop(string source, string prefix, Func<LoadedSource, ServiceProvider> connect)
    {
        _source = new LoadedSource(LockedSource.Compile(source), new AssemblyLoadContext("a state of a source", isCollectible: false));
        _services = connect(_source);
        _prefix = prefix;
    }

    public IAmazonDynamoDB Client => _services.GetRequiredService<IAmazonDynamoDB>();

    public string Table => _prefix + "shop";

    /// <summary>A state that creates its table, unless there is one of the prefix.</summary>
    public static async Task<EditedShop> CreateAsync(LocalServer server, string source, string prefix)
    {
        var shop = new EditedShop(source, prefix, loaded => loaded.Connect(server, prefix));
        await shop.EnsureCreatedAsync(server);
        return shop;
    }

    /// <summary>Another state, which finds the table as it is.</summary>
    public EditedShop Edited(LocalServer server, string source) => new(source, _prefix, loaded => loaded.Connect(server, _prefix));

    /// <summary>Creates the table as this state declares it, or compares it with the one that is there.</summary>
    public async Task EnsureCreatedAsync(LocalServer server) => await (await _source.CreateAsync(server, "Shop", _prefix)).DisposeAsync();

    /// <summary>What the entity's own static property <c>Sample</c> has.</summary>
    public object Sample() => _source["Order"].GetProperty("Sample")!.GetValue(null)!;

    /// <summary>An entity of a constructor's values.</summary>
    public object New(params object?[] values) => Activator.CreateInstance(_source["Order"], values)!;

    /// <summary>Runs an access pattern with values of the same names.</summary>
    public Task<object?> CallAsync(string pattern, object order) => RunAsync(pattern,
        [.. _source["IOrders"].GetMethod(pattern)!.GetParameters().Select(parameter => order.GetType().GetProperties()
            .Single(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)).GetValue(order))]);

    /// <summary>Runs an access pattern.</summary>
    public Task<object?> RunAsync(string pattern, params object?[] arguments) => _source.CallAsync(_services, "IOrders", pattern, arguments);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
