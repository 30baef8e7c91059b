using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Testing.Tests.Tables;

/// <summary>A test gets tables and repositories in two lines.</summary>
public sealed class LocalTablesTests
{
    [Fact]
    public async Task Two_lines_give_a_test_the_applications_repositories_on_tables_of_its_own()
    {
        await using var tables = await LocalTables.StartAsync(services => services.AddShop());
        var orders = tables.Get<IOrders>();

        await orders.Put(new Order("ALFKI", 1, 10));

        Assert.Equal(10, (await orders.Get("ALFKI", 1))!.Total);
    }

    [Fact]
    public async Task Tests_at_the_same_time_do_not_see_each_others_items()
    {
        await using var first = await LocalTables.StartAsync(services => services.AddShop());
        await using var second = await LocalTables.StartAsync(services => services.AddShop());

        await first.Get<IOrders>().Put(new Order("ALFKI", 1, 10));

        Assert.Null(await second.Get<IOrders>().Get("ALFKI", 1));
    }

    [Fact]
    public async Task Clients_of_one_application_have_tables_of_their_own()
    {
        await using var tables = await LocalTables.StartAsync(services =>
        {
            services.AddDynamoGen().AddRepository<IOrders>();
            services.AddDynamoGen("archive", static options => options.TableNameResolver = static table => $"old-{table.Name}").AddRepository<ICredits>();
        });

        await tables.Get<IOrders>().Put(new Order("ALFKI", 1, 10));
        await tables.Get<ICredits>().Put(new Credit("ALFKI", 10));

        Assert.NotNull(await tables.Get<IOrders>().Get("ALFKI", 1));
        Assert.NotNull(await tables.Get<ICredits>().Get("ALFKI"));
        var names = new[] { tables.Get<DynamoGenOptions>(), tables.Services.GetRequiredKeyedService<DynamoGenOptions>("archive") }
            .Select(static options => options.TableName<Shop>()).ToList();
        Assert.EndsWith("-shop", names[0], StringComparison.Ordinal);
        Assert.EndsWith("-archive-old-shop", names[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_are_deleted_with_their_services()
    {
        await using var other = await LocalTables.StartAsync(services => services.AddShop());
        var tables = await LocalTables.StartAsync(services => services.AddShop());
        var name = tables.Get<DynamoGenOptions>().TableName<Shop>();
        var client = other.Get<IAmazonDynamoDB>();
        Assert.Equal(TableStatus.ACTIVE, (await client.DescribeTableAsync(name)).Table.TableStatus);

        await tables.DisposeAsync();

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.DescribeTableAsync(name));
    }

    [Fact]
    public async Task A_table_that_is_protected_is_deleted_too()
    {
        var tables = await LocalTables.StartAsync(static services => services.AddNotes());
        await tables.Get<INotes>().Put(new Note("a"));

        await tables.DisposeAsync();
    }

    [Fact]
    public async Task A_clock_of_the_test_is_that_of_the_repositories()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        await using var tables = await LocalTables.StartAsync(services => services.AddSingleton<TimeProvider>(clock).AddNotes());
        var notes = tables.Get<INotes>();

        var noon = await notes.Put(new Note("a"));
        clock.Advance(TimeSpan.FromHours(1));
        var later = await notes.Put(new Note("b"));

        Assert.Equal([12, 13], [noon.WrittenAt.Hour, later.WrittenAt.Hour]);
    }
}
