using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Uniqueness;

/// <summary>A test with a club of its own on the real server.</summary>
public abstract class ClubTest(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private protected IMembers Members => _services!.GetRequiredService<IMembers>();

    private protected ILockers Lockers => _services!.GetRequiredService<ILockers>();

    private protected IBadges Badges => _services!.GetRequiredService<IBadges>();

    private protected IGuests Guests => _services!.GetRequiredService<IGuests>();

    private protected ITransactions Transactions => _services!.GetRequiredService<ITransactions>();

    private protected IAmazonDynamoDB Client => _services!.GetRequiredService<IAmazonDynamoDB>();

    private protected string TableName => _services!.GetRequiredService<DynamoGenOptions>().TableName(Schema<Club>());

    public async ValueTask InitializeAsync() =>
        _services = await server.CreateAsync<Club>(
        builder => builder.AddRepository<ILockers>().AddRepository<IMembers>().AddRepository<IGuests>().AddRepository<IBadges>());

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>The markers as the service has them: the key of each, and the key of the item whose value it is.</summary>
    private protected async Task<Dictionary<string, string>> MarkersAsync()
    {
        var items = await Client.ScanAsync(new ScanRequest(TableName) { ConsistentRead = true }, TestContext.Current.CancellationToken);
        Assert.Null(items.LastEvaluatedKey);
        return items.Items.Where(item => item["sk"].S == "UNIQUE").ToDictionary(item => item["pk"].S, item => item["_owner"].M["pk"].S);
    }

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
