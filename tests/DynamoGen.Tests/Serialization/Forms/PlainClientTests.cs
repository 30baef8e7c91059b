using Amazon.DynamoDBv2;
using DynamoGen.Serialization;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Serialization.Forms;

/// <summary>Both forms beside each other on the real server: a repository and a plain client of the SDK.</summary>
public sealed class PlainClientTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private ISamples Repository => _services!.GetRequiredService<ISamples>();

    private IAmazonDynamoDB Client => _services!.GetRequiredService<IAmazonDynamoDB>();

    private string Table => _services!.GetRequiredService<DynamoGenOptions>().TableNamePrefix + "tests";

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<TestTable>(builder => builder.AddRepository<ISamples>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task What_a_plain_client_puts_the_repository_reads()
    {
        await Client.PutItemAsync(Table, AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value));

        AssertSame(RichSample.Value, await Repository.Get(RichSample.Value.Id));
    }

    [Fact]
    public async Task What_the_repository_puts_a_plain_client_reads()
    {
        await Repository.Put(RichSample.Value);
        var map = AttributeMap.From<Sample, Sample.Marshaller>(RichSample.Value);

        var found = await Client.GetItemAsync(Table, new() { ["pk"] = map["pk"], ["sk"] = map["sk"] });

        AssertSame(RichSample.Value, AttributeMap.Read<Sample, Sample.Marshaller>(found.Item));
        Assert.Equal(map.Keys.Order(), found.Item.Keys.Order());
    }

    private static void AssertSame(Sample expected, Sample? actual)
    {
        Assert.NotNull(actual);

        // Collections are compared by what they would be stored as; the server keeps sets in an order of its own.
        Assert.True(expected.TextSet.SetEquals(actual.TextSet) && expected.NumberSet.SetEquals(actual.NumberSet));
        Assert.Equal(
            Wire.Write<Sample, Sample.Marshaller>(expected),
            Wire.Write<Sample, Sample.Marshaller>(actual with { TextSet = expected.TextSet, NumberSet = expected.NumberSet }));
    }
}

[Repository<Sample>]
public partial interface ISamples
{
    ValueTask<Sample?> Get(string id);

    ValueTask Put(Sample sample);
}
