using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Generator.Tests.Costs;

/// <summary>The base of the tests that hold each statement of a cost by what the server says that the same declaration consumed.</summary>
/// <param name="server">The server.</param>
/// <param name="source">The declarations.</param>
public abstract class MeasuredCost(LocalServer server, string source) : IAsyncLifetime
{
    /// <summary>Less than a unit of writing or reading: what an index takes for a copy that does not hold all.</summary>
    private protected const int CopyBytes = 200;

    private const string Long = "a text that makes the item large";

    private protected static string Body { get; } = string.Concat(Enumerable.Repeat(Long, 375));

    private protected CostedShop Shop { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Shop = await CostedShop.StartAsync(server, source);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Shop.DisposeAsync();
    }

    /// <summary>The plain SDK, which asks the server for more than the product does.</summary>
    private protected AmazonDynamoDBClient Client() => new(
        new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = server.Endpoint, AuthenticationRegion = "us-east-1" });

    private protected object Key(string entity, params object?[] values) => Shop.New($"{entity}+PrimaryKey", values);

    /// <summary>Writes, and demands what is stated.</summary>
    private protected async Task<double> WrittenAsync(string repository, string pattern, int size, params object?[] arguments)
    {
        var stated = Shop.Stated(pattern);
        var (fewest, most) = stated.Write(size, CopyBytes);
        var measured = await Shop.MeasureAsync(repository, pattern, arguments);
        Assert.True(measured >= fewest && measured <= most, $"{measured} are measured, but {fewest} to {most} stated: {stated.Message}");
        return measured;
    }

    /// <summary>Reads, and demands what is stated.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pattern">Its access pattern.</param>
    /// <param name="sizes">The bytes of each read, each of which is rounded up by itself.</param>
    /// <param name="arguments">The arguments.</param>
    private protected async Task ReadAsync(string repository, string pattern, IEnumerable<int> sizes, params object?[] arguments)
    {
        var stated = Shop.Stated(pattern);
        var expected = sizes.Sum(stated.Read);
        var measured = await Shop.MeasureAsync(repository, pattern, arguments);
        Assert.True(expected == measured, $"{measured} are measured, but {expected} stated: {stated.Message}");
    }
}
