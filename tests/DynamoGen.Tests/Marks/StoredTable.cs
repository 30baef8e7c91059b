using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Marks;

/// <summary>The items of a table as another program writes and sees them.</summary>
internal sealed class StoredTable<TTable>(LocalServer server, IServiceProvider services) : IDisposable
    where TTable : class, ITable<TTable>
{
    private readonly AmazonDynamoDBClient _client = new("local", "local", new AmazonDynamoDBConfig { ServiceURL = server.Endpoint });

    private readonly string _name = services.GetRequiredService<RepositoryContext>().TableName(TTable.Schema);

    public async Task<Dictionary<string, AttributeValue>> GetAsync(string partition, string? sort = null) =>
        (await _client.GetItemAsync(_name, KeyOf(partition, sort), consistentRead: true)).Item;

    /// <summary>Puts an item with some attributes beside its key.</summary>
    public async Task PutAsync(string partition, string? sort, params (string Name, AttributeValue Value)[] attributes)
    {
        var item = KeyOf(partition, sort);
        foreach (var (name, value) in attributes)
        {
            item[name] = value;
        }

        await _client.PutItemAsync(_name, item);
    }

    public async Task SetAsync(string partition, string sort, string attribute, AttributeValue value)
    {
        var item = await GetAsync(partition, sort);
        item[attribute] = value;
        await _client.PutItemAsync(_name, item);
    }

    public Task DeleteAsync(string partition, string sort) => _client.DeleteItemAsync(_name, KeyOf(partition, sort));

    public void Dispose() => _client.Dispose();

    private static Dictionary<string, AttributeValue> KeyOf(string partition, string? sort)
    {
        var key = new Dictionary<string, AttributeValue> { [TTable.Schema.PartitionKey] = new(partition) };
        if (sort is not null)
        {
            key[TTable.Schema.SortKey!] = new(sort);
        }

        return key;
    }
}
