using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Ranges;

/// <summary>A range in which there can be nothing is empty, a bound that is empty bounds nothing from below, and an empty key is refused before it is sent.</summary>
public sealed class EmptyRangeTests(LocalServer server) : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2030, 1, 2);

    private static readonly Reading One = new("d", "n\"1", 5, [1, 2], Day, "l", "NO", "Oslo", "Gate");

    private ServiceProvider? _services;

    private IReadings Repository => _services!.GetRequiredService<IReadings>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<Readings>(builder => builder.AddRepository<IReadings>());
        await Repository.Put(One);
    }

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_range_whose_end_is_before_its_beginning_is_empty()
    {
        Assert.Empty(await Repository.Named("d", from: "z", to: "a"));
        Assert.Null(await Repository.FirstOfLevel("d", 5.1m, 5));
        Assert.Null(await Repository.FirstOfLevel("d", 10, 9));
        Assert.Empty(await Repository.OfHash("d", [1, 2], [1, 1, 9]));
        Assert.Empty(await Repository.OfDays("d", Day.AddDays(1), Day).ToListAsync());
        Assert.Empty(await Repository.OfStreets("NO", "Oslo", "Z", "A"));
        var page = await Repository.Page("d", "z", "a", 10);
        Assert.Empty(page.Items);
        Assert.Null(page.Cursor);
    }

    [Fact]
    public async Task What_a_filter_holds_is_never_taken_for_a_range()
    {
        var tags = new Dictionary<string, string> { [":from"] = "z", [":to"] = "a" };
        await Repository.Put(One with { Name = "tagged", Tags = tags });

        Assert.Equal("tagged", Assert.Single(await Repository.Tagged("d", tags)).Name);
    }

    [Fact]
    public async Task A_range_of_one_value_and_one_that_holds_it_are_not_empty()
    {
        Assert.Single(await Repository.Named("d", from: "n\"1", to: "n\"1"));
        Assert.Single(await Repository.Named("d", from: "m", to: "n\"10"));
        Assert.NotNull(await Repository.FirstOfLevel("d", 5.0m, 5));
        Assert.NotNull(await Repository.FirstOfLevel("d", -7, 40));
        Assert.Single(await Repository.OfHash("d", [1, 2], [1, 2]));
        Assert.Single(await Repository.OfDays("d", Day, Day).ToListAsync());
        Assert.Single(await Repository.OfStreets("NO", "Oslo", "Ga", "Gb"));
    }

    [Fact]
    public async Task An_empty_lower_bound_bounds_nothing_and_an_empty_upper_bound_everything()
    {
        Assert.Single(await Repository.Named("d", from: ""));
        Assert.Single(await Repository.NamedFrom("d", "").ToListAsync());
        Assert.Single(await Repository.OfHash("d", from: []));
        Assert.Single(await Repository.OfStreets("NO", "Oslo", "", "Z"));
        Assert.Empty(await Repository.Named("d", to: ""));
        Assert.Empty(await Repository.Named("d", from: "a", to: ""));
        Assert.Empty(await Repository.OfHash("d", to: []));
        Assert.Empty(await Repository.OfStreets("NO", "Oslo", "", ""));
    }

    [Fact]
    public async Task An_empty_key_is_refused_before_it_is_sent()
    {
        await Refused("Device", async () => await Repository.Put(One with { Device = "" }));
        await Refused("Name", async () => await Repository.Put(One with { Name = "" }));
        await Refused("Country", async () => await Repository.Put(One with { Country = "" }));
        await Refused("Street", async () => await Repository.Put(One with { Street = "" }));
        await Refused("gsi2sk", async () => await Repository.Put(One with { Hash = [] }));
        await Refused("Device", async () => await Repository.Get("", "n"));
        await Refused("Name", async () => await Repository.Get("d", ""));
        await Refused("City", async () => await Repository.OfPlace("NO", ""));
        await Repository.Put(One with { Street = null });

        static async Task Refused(string attribute, Func<Task> act)
        {
            var refused = await Assert.ThrowsAsync<ItemValueException>(act);
            Assert.Equal(("Reading", attribute), (refused.Entity, refused.Attribute));
        }
    }
}
