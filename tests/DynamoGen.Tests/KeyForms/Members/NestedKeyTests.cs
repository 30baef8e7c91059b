using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.KeyForms.Members;

/// <summary>Items stand in indexes by members of their nested objects, and stand right after each write.</summary>
public sealed class NestedKeyTests(LocalServer server) : IAsyncLifetime
{
    private static readonly Customer Ann = new("1", new Address("DE", new Town("Ulm"), 7)) { Visits = 3 };

    private ServiceProvider? _services;

    private ICustomers Customers => _services!.GetRequiredService<ICustomers>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<Addresses>(builder => builder.AddRepository<ICustomers>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task The_key_is_made_of_the_members()
    {
        await Customers.Put(Ann with { Billing = new Address("AT", new Town("Wien"), 1) { Region = "EU" } });

        var item = await ItemAsync();
        Assert.Equal("COUNTRY#DE", item["gsi1pk"].S);
        Assert.Equal("Ulm#1", item["gsi1sk"].S);
        Assert.Equal("REGION#EU", item["gsi2pk"].S);
        Assert.Equal("3", item["gsi2sk"].N);
        Assert.True(Customer.Keys.ByCountry.TryParseSortKey("Ulm#1", out var name, out var id));
        Assert.Equal(("Ulm", "1"), (name, id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_member_on_the_way_the_item_is_not_in_the_index(bool hasBilling)
    {
        await Customers.Put(Ann with { Billing = hasBilling ? new Address("AT", new Town("Wien"), 1) : null });

        Assert.DoesNotContain("gsi2pk", (await ItemAsync()).Keys);
        Assert.Equal(["1"], await IdsAsync(Customers.In("DE", "Ulm")));
    }

    [Fact]
    public async Task An_update_of_a_member_renews_what_it_is_part_of()
    {
        await Customers.Put(Ann);

        await Customers.Emigrate("1", "CH");
        Assert.Equal(("COUNTRY#CH", "Ulm#1"), await KeysAsync());
        await Customers.Move("1", "Bern", 8);
        Assert.Equal(("COUNTRY#CH", "Bern#1"), await KeysAsync());
        await Customers.Settle("1", new Address("IT", new Town("Rom"), 9));
        Assert.Equal(("COUNTRY#IT", "Rom#1"), await KeysAsync());
        Assert.Equal(["1"], await IdsAsync(Customers.In("IT")));
        Assert.Empty(await IdsAsync(Customers.In("DE")));
        Assert.Equal(new Address("IT", new Town("Rom"), 9), (await Customers.Get("1"))!.Address);
    }

    [Fact]
    public async Task What_may_be_null_lets_the_item_in_and_out()
    {
        await Customers.Put(Ann with { Billing = new Address("AT", new Town("Wien"), 1) });

        await Customers.Bill("1", "EU", 3);
        Assert.Equal(["1"], await IdsAsync(Customers.Billed("EU", 3)));
        await Customers.Forget("1");
        Assert.Empty(await IdsAsync(Customers.Billed("EU")));
        Assert.DoesNotContain("gsi2pk", (await ItemAsync()).Keys);
        await Customers.Bill("1", "EU", 3);
        await Customers.Remove("1");
        Assert.Empty(await IdsAsync(Customers.Billed("EU")));
        Assert.DoesNotContain("gsi2sk", (await ItemAsync()).Keys);
    }

    private async Task<(string Partition, string Sort)> KeysAsync()
    {
        var item = await ItemAsync();
        return (item["gsi1pk"].S, item["gsi1sk"].S);
    }

    private static async Task<string[]> IdsAsync(IAsyncEnumerable<Customer> customers) =>
        [.. (await customers.ToListAsync(Cancellation)).Select(customer => customer.Id)];

    private async Task<Dictionary<string, AttributeValue>> ItemAsync()
    {
        var table = _services!.GetRequiredService<DynamoGenOptions>().TableName(Schema<Addresses>());
        var items = await _services!.GetRequiredService<IAmazonDynamoDB>().ScanAsync(new ScanRequest(table) { ConsistentRead = true }, Cancellation);
        return Assert.Single(items.Items);
    }

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
