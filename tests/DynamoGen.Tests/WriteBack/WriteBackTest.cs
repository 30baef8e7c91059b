using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Telemetry;
using DynamoGen.WriteBack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Tests.WriteBack;

/// <summary>A table on the server with memos that an older deployment wrote, of which every one that is read is written back.</summary>
public abstract class WriteBackTest(LocalServer server) : IAsyncLifetime
{
    private readonly OwnMeterFactory _meters = new();
    private ServiceProvider? _services;
    private Measurements? _measurements;

    private protected WriteBackInterceptor Interceptor { get; } = new();

    private protected RecordingLogger Logger { get; } = new(LogLevel.Warning);

    protected IMemos Current => Service<IMemos>();

    protected IOldMemos Older => Service<IOldMemos>();

    protected virtual void Configure(WriteBackOptions options) => (options.Share, options.MaxPerSecond) = (1, 1_000);

    public async ValueTask InitializeAsync()
    {
        _measurements = new Measurements(_meters);
        _services = await server.CreateAsync<Memos>(builder =>
        {
            builder.Services.AddSingleton<IMeterFactory>(_meters).AddSingleton<ILogger<DynamoGenTelemetry>>(Logger);
            builder.AddInterceptor(_ => Interceptor).AddWriteBack(Memo.Marshaller.Upcasts, Configure).AddWriteBack(Contact.Marshaller.Upcasts, Configure);
            builder.AddRepository<IMemos>().AddRepository<IOldMemos>().AddRepository<IContacts>().AddRepository<IOldContacts>();
        });
    }

    public async ValueTask DisposeAsync()
    {
        _measurements?.Dispose();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected T Service<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>What became of the items that were to be written back, once there are so many.</summary>
    protected async Task<string[]> OutcomesAsync(int count)
    {
        for (var waited = 0; waited < 3_000; waited++)
        {
            var outcomes = _measurements!.Of("dynamogen.item.write_backs");
            if (outcomes.Count >= count)
            {
                return [.. outcomes.Select(outcome => (string)outcome.Tags["dynamogen.outcome"]!)];
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Fewer than {count} items were written back or not.");
    }

    protected async Task<Dictionary<string, AttributeValue>?> StoredAsync(string partitionKey, string sortKey)
    {
        using var client = Client();
        return (await client.GetItemAsync(TableName, Key(partitionKey, sortKey), consistentRead: true)).Item is { Count: > 0 } item ? item : null;
    }

    protected async Task SetAsync(string partitionKey, string sortKey, string attribute, AttributeValue value)
    {
        using var client = Client();
        await client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = TableName,
            Key = Key(partitionKey, sortKey),
            UpdateExpression = "SET #a = :a",
            ExpressionAttributeNames = new() { ["#a"] = attribute },
            ExpressionAttributeValues = new() { [":a"] = value },
        });
    }

    protected async Task DeleteAsync(string partitionKey, string sortKey)
    {
        using var client = Client();
        await client.DeleteItemAsync(TableName, Key(partitionKey, sortKey));
    }

    private string TableName => Service<RepositoryContext>().TableName(SchemaOf<Memos>());

    private static Dictionary<string, AttributeValue> Key(string partitionKey, string sortKey) =>
        new() { ["pk"] = new AttributeValue(partitionKey), ["sk"] = new AttributeValue(sortKey) };

    private static Schema.TableSchema SchemaOf<TTable>()
        where TTable : class, Schema.ITable<TTable> => TTable.Schema;

    private AmazonDynamoDBClient Client() => new("local", "local", new AmazonDynamoDBConfig { ServiceURL = server.Endpoint });
}
