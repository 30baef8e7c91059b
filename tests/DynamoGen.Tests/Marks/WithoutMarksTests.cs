using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Marks;

/// <summary>Where a table's items carry no marks, nothing writes them, asks for them or reads them.</summary>
public sealed class WithoutMarksTests(LocalServer server)
{
    [Fact]
    public async Task A_plain_item_has_the_attributes_of_its_entity_alone()
    {
        await using var services = await server.CreateAsync<PlainTable>(builder => builder.AddRepository<IDevices>());
        using var stored = new StoredTable<PlainTable>(server, services);
        var devices = services.GetRequiredService<IDevices>();

        await devices.Create(new Device("a") { Ticks = 5, Place = "hall" });
        var item = await stored.GetAsync("a");

        Assert.Equal(["Id", "Place", "Revision", "_t"], item.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("5", item["_t"].N);
        Assert.Equal(5, (await devices.Get("a"))!.Ticks);
    }

    [Fact]
    public async Task Every_write_takes_the_items_of_another_program()
    {
        await using var services = await server.CreateAsync<PlainTable>(builder => builder.AddRepository<IDevices>());
        using var stored = new StoredTable<PlainTable>(server, services);
        var devices = services.GetRequiredService<IDevices>();
        foreach (var id in new[] { "a", "b", "c" })
        {
            await stored.PutAsync(id, null, ("_t", new AttributeValue { N = "7" }));
        }

        var replaced = await devices.Replace((await devices.Get("a"))! with { Place = "hall" });
        var updated = await devices.UpdatePlace("b", "hall");
        await devices.UpsertPlace("c", "hall", ticks: 9);
        await devices.UpsertPlace("d", "hall", ticks: 9);
        await devices.Delete((await devices.Get("c"))!);

        Assert.Equal((7, "hall", 1), (replaced.Ticks, replaced.Place, replaced.Revision));
        Assert.Equal((7, "hall"), (updated.Ticks, updated.Place));
        Assert.Equal(["Id", "Place", "Revision", "_t"], (await stored.GetAsync("d")).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["a", "b", "d"], (await ListAsync(devices.ScanAll())).Select(device => device.Id).Order());
        Assert.Equal(3, (await ListAsync(devices.ScanPlace("hall"))).Count);
    }

    [Fact]
    public async Task Items_of_several_entities_are_known_by_their_keys()
    {
        await using var services = await server.CreateAsync<BareTable>(builder => builder.AddRepository<IHalls>().AddRepository<ISeats>());
        using var stored = new StoredTable<BareTable>(server, services);
        var halls = services.GetRequiredService<IHalls>();
        await halls.Create(new Hall("h", "Great"));
        await services.GetRequiredService<ISeats>().Put(new Seat("h", 1));
        await stored.PutAsync("HALL#h", "DOOR#1");
        await stored.PutAsync("HALL#h", "SEAT#0000000002", ("Hall", new AttributeValue("h")), ("Number", new AttributeValue { N = "2" }));

        var whole = await halls.Whole("h");

        Assert.Equal(("Great", 2), (whole!.Hall.Name, whole.Seats.Count));
        Assert.Equal([typeof(Hall), typeof(Seat), typeof(Seat)], (await halls.AllOf("h")).Select(item => item.GetType()));
        Assert.Equal("h", Assert.Single(await ListAsync(halls.ScanAll())).Id);
        Assert.Equal(3, (await ListAsync(halls.ScanItems(segments: 2))).Count);
    }

    [Fact]
    public async Task Unique_values_are_repaired()
    {
        await using var services = await server.CreateAsync<BareTable>(builder => builder.AddRepository<IHalls>());
        using var stored = new StoredTable<BareTable>(server, services);
        var halls = services.GetRequiredService<IHalls>();
        await halls.Create(new Hall("h", "Great"));
        await stored.PutAsync("HALL#i", "PROFILE", ("Id", new AttributeValue("i")), ("Name", new AttributeValue("Small")));
        await stored.DeleteAsync("HALL#h", "PROFILE");

        var repair = await halls.RepairUnique();

        Assert.Equal((1, 1), (repair.Claimed, repair.Released));
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
