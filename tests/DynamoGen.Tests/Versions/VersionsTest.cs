using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Repositories;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Versions;

/// <summary>A table on the server with items that older deployments wrote.</summary>
public abstract class VersionsTest(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    protected IPersons Persons => _services!.GetRequiredService<IPersons>();

    protected IInvoices Invoices => _services!.GetRequiredService<IInvoices>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<People>(builder => builder
        .AddRepository<IFirstPersons>().AddRepository<IPersons>().AddRepository<IInvoices>());

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>An item as a deployment of some version wrote it.</summary>
    protected static Dictionary<string, AttributeValue> Raw(
        string entity, int version, string id, Dictionary<string, AttributeValue> attributes)
    {
        return new(attributes)
        {
            ["pk"] = new() { S = "TEAM#t" },
            ["sk"] = new() { S = $"{entity.ToUpperInvariant()}#{id}" },
            ["_t"] = new() { S = entity },
            ["_v"] = new() { N = version.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            ["Team"] = new() { S = "t" },
            [entity == "Invoice" ? "Number" : "Id"] = new() { S = id },
        };
    }

    protected async Task PutAsync(Dictionary<string, AttributeValue> item)
    {
        using var client = Client();
        await client.PutItemAsync(TableName, item);
    }

    protected async Task<Dictionary<string, AttributeValue>> StoredAsync(string sortKey)
    {
        using var client = Client();
        var key = new Dictionary<string, AttributeValue> { ["pk"] = new() { S = "TEAM#t" }, ["sk"] = new() { S = sortKey } };
        return (await client.GetItemAsync(TableName, key, consistentRead: true)).Item;
    }

    private string TableName => _services!.GetRequiredService<RepositoryContext>().TableName(SchemaOf<People>());

    private static Schema.TableSchema SchemaOf<TTable>()
        where TTable : class, Schema.ITable<TTable> => TTable.Schema;

    private AmazonDynamoDBClient Client() => new("local", "local", new AmazonDynamoDBConfig { ServiceURL = server.Endpoint });
}
