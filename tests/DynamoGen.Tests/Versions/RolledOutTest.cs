using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Versions;

/// <summary>A table on the server that several builds write, and what is stored there.</summary>
public abstract class RolledOutTest<TTable>(LocalServer server, Action<DynamoGenBuilder> addRepositories) : IAsyncLifetime
    where TTable : class, ITable<TTable>
{
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<TTable>(addRepositories);

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected T Service<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>
    /// The attributes of a stored item by their names, each as the text of its value. The mark of the last write is none of any version's form.
    /// </summary>
    protected async Task<SortedDictionary<string, string>> StoredAsync(string partitionKey, string sortKey)
    {
        using var client = Client();
        var item = (await client.GetItemAsync(TableName, Key(partitionKey, sortKey), consistentRead: true)).Item;
        var attributes = item.Where(attribute => attribute.Key != "_w").ToDictionary(attribute => attribute.Key, attribute => Text(attribute.Value));
        return new(attributes, StringComparer.Ordinal);
    }

    /// <summary>Sets an attribute of a stored item that no build knows.</summary>
    protected async Task SetForeignAsync(string partitionKey, string sortKey, string name, string value)
    {
        using var client = Client();
        await client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = TableName,
            Key = Key(partitionKey, sortKey),
            UpdateExpression = "SET #name = :value",
            ExpressionAttributeNames = new() { ["#name"] = name },
            ExpressionAttributeValues = new() { [":value"] = new AttributeValue(value) },
        });
    }

    private string TableName => Service<RepositoryContext>().TableName(TTable.Schema);

    private static Dictionary<string, AttributeValue> Key(string partitionKey, string sortKey) =>
        new() { ["pk"] = new AttributeValue(partitionKey), ["sk"] = new AttributeValue(sortKey) };

    /// <summary>Numbers are compared by value: DynamoDB Local keeps the zeros of 1500.0 where an update has set it.</summary>
    private static string Text(AttributeValue value) => value switch
    {
        { S: { } text } => text,
        { N: { } number } => "N " + decimal.Parse(number, CultureInfo.InvariantCulture).ToString("0.###", CultureInfo.InvariantCulture),
        { M: { } map } => $"{{{string.Join(", ", map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {Text(pair.Value)}"))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(value), "Only texts, numbers and maps are stored here."),
    };

    private AmazonDynamoDBClient Client() => new("local", "local", new AmazonDynamoDBConfig { ServiceURL = server.Endpoint });
}
