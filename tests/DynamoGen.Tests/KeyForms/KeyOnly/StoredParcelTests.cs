using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.KeyForms.KeyOnly;

/// <summary>What only the key holds is not stored beside it, and is read back from it by every read.</summary>
public sealed class StoredParcelTests(LocalServer server) : IAsyncLifetime
{
    private static readonly Parcel Sent = new("Ann", new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), -7) { Size = ParcelSize.Small, Day = new(2026, 5, 4) };

    private ServiceProvider? _services;

    private IParcels All => _services!.GetRequiredService<IParcels>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<Parcels>(builder => builder.AddRepository<IParcels>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task The_item_has_no_attribute_of_it()
    {
        await All.Put(Sent);

        var item = Assert.Single((await Client.ScanAsync(new ScanRequest(Table) { ConsistentRead = true }, Cancellation)).Items);
        Assert.Equal(["Day", "_t", "_v", "gsi1pk", "gsi1sk", "pk", "sk"], item.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_read_has_it()
    {
        await All.Put(Sent);

        Assert.Equal(Sent, await All.Get("Ann", Sent.Id, -7, ParcelSize.Small));
        Assert.Equal([Sent], await All.Of("Ann", Sent.Id).ToListAsync(Cancellation));
        Assert.Equal([Sent], await All.All().ToListAsync(Cancellation));
        var moved = await All.Move("Ann", Sent.Id, -7, ParcelSize.Small, new(2027, 1, 2));
        Assert.Equal(Sent with { Day = new(2027, 1, 2) }, moved);
        await All.Replace(moved with { Day = new(2028, 1, 2) });
        Assert.Equal(new(2028, 1, 2), (await All.Get("Ann", Sent.Id, -7, ParcelSize.Small))!.Day);
        Assert.Equal(Sent, Parcel.FromItem(Parcel.ToItem(Sent)));
    }

    [Fact]
    public async Task An_item_of_another_program_is_read()
    {
        await PutAsync("$parcel_1#number_12|large");

        Assert.Equal(new Parcel("Ann", Sent.Id, 12) { Day = new(2026, 1, 1) }, Assert.Single(await All.Of("Ann", Sent.Id).ToListAsync(Cancellation)));
    }

    [Theory]
    [InlineData("$parcel_1#number_012|large")]
    [InlineData("$parcel_1#number_12|LARGE")]
    public async Task A_key_of_another_form_is_no_item(string sortKey)
    {
        await PutAsync(sortKey);

        var failure = await Assert.ThrowsAsync<ItemFormatException>(async () => await All.Of("Ann", Sent.Id).ToListAsync(Cancellation));
        Assert.Contains("sk", failure.Message, StringComparison.Ordinal);
    }

    private Task PutAsync(string sortKey) => Client.PutItemAsync(
        new PutItemRequest(Table, new Dictionary<string, AttributeValue>
        {
            ["pk"] = new("$parcels#owner_Ann#id_0f8fad5bd9cb469fa16570867728950e"),
            ["sk"] = new(sortKey),
            ["Day"] = new("2026-01-01"),
        }),
        Cancellation);

    private IAmazonDynamoDB Client => _services!.GetRequiredService<IAmazonDynamoDB>();

    private string Table => _services!.GetRequiredService<DynamoGenOptions>().TableName(Schema<Parcels>());

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
