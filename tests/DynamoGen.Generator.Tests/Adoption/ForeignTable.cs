using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Cli.Adoption;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Generator.Tests.Adoption;

/// <summary>A table as another program made it, on a server.</summary>
internal sealed class ForeignTable : IDisposable
{
    private readonly LocalServer _server;
    private readonly AmazonDynamoDBClient _client;

    private ForeignTable(LocalServer server, string name)
    {
        (_server, Name) = (server, name);
        _client = new AmazonDynamoDBClient("local", "local", new AmazonDynamoDBConfig { ServiceURL = server.Endpoint });
    }

    public string Name { get; }

    public List<Dictionary<string, AttributeValue>> Items { get; } = [];

    /// <param name="server">Where it is.</param>
    /// <param name="key">Its key as <c>pk S, sk S</c>.</param>
    /// <param name="indexes">Its global indexes as <c>gsi1: gpk S, gsk S ALL</c>.</param>
    public static async Task<ForeignTable> CreateAsync(LocalServer server, string key, params string[] indexes)
    {
        var table = new ForeignTable(server, $"adopted-{Guid.NewGuid():N}");
        var columns = new Dictionary<string, string>();
        var request = new CreateTableRequest
        {
            TableName = table.Name,
            KeySchema = Schema(key, columns),
            BillingMode = Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST,
            GlobalSecondaryIndexes = indexes.Length == 0 ? null : [.. indexes.Select(index => Index(index, columns))],
        };
        request.AttributeDefinitions = [.. columns.Select(column => new AttributeDefinition(column.Key, new ScalarAttributeType(column.Value)))];
        await table._client.CreateTableAsync(request);
        return table;
    }

    /// <summary>Puts items that are written as JSON; an object with <c>$set</c> alone is a set.</summary>
    public async Task<ForeignTable> PutAsync(params IEnumerable<string> items)
    {
        foreach (var json in items)
        {
            var item = Document.FromJson(json).ToAttributeMap();
            foreach (var (name, value) in item.Where(attribute => attribute.Value.M is { Count: 1 } map && map.ContainsKey("$set")).ToList())
            {
                var elements = value.M["$set"].L;
                item[name] = elements[0].N is null ? new AttributeValue { SS = [.. elements.Select(element => element.S)] }
                    : new AttributeValue { NS = [.. elements.Select(element => element.N)] };
            }

            Items.Add(item);
            await _client.PutItemAsync(Name, item);
        }

        return this;
    }

    public Task EndItemsByAsync(string attribute) => _client.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest
    {
        TableName = Name,
        TimeToLiveSpecification = new TimeToLiveSpecification { AttributeName = attribute, Enabled = true },
    });

    /// <summary>What the command writes.</summary>
    public async Task<string> AdoptAsync(params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await AdoptCommand.RunAsync(["table", Name, "--endpoint", _server.Endpoint, "--namespace", "Adopted", .. options], output, error);
        Assert.True(code == 0, error.ToString());
        Assert.Contains("items, for ", error.ToString(), StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine(output.ToString());
        return output.ToString();
    }

    public void Dispose() => _client.Dispose();

    private static List<KeySchemaElement> Schema(string key, Dictionary<string, string> columns)
    {
        var schema = new List<KeySchemaElement>();
        foreach (var column in key.Split(", ").Select(column => column.Split(' ')))
        {
            columns[column[0]] = column[1];
            schema.Add(new KeySchemaElement(column[0], schema.Count == 0 ? KeyType.HASH : KeyType.RANGE));
        }

        return schema;
    }

    private static GlobalSecondaryIndex Index(string text, Dictionary<string, string> columns)
    {
        var (name, rest) = (text[..text.IndexOf(':')], text[(text.IndexOf(':') + 2)..]);
        var projection = rest[(rest.LastIndexOf(' ') + 1)..];
        return new GlobalSecondaryIndex
        {
            IndexName = name,
            KeySchema = Schema(rest[..rest.LastIndexOf(' ')], columns),
            Projection = new Projection { ProjectionType = new ProjectionType(projection) },
        };
    }
}
