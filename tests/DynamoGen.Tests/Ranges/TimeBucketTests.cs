using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Ranges;

[Table("measurements")]
[GlobalIndex("byMonth", PartitionKey = "mpk", SortKey = "msk")]
public sealed partial class Measurements;

[Entity<Measurements>]
[Key("{Device}#{At:yyyy-MM-dd}", "{At}")]
[Key("byMonth", "{At:yyyy-MM}", "{At}#{Device}", LowCardinalityJustification = "A test has few devices.")]
public sealed partial record Measurement(string Device, DateTimeOffset At)
{
    public double Value { get; init; }
}

[Repository<Measurement>]
public partial interface IMeasurements
{
    ValueTask Put(Measurement measurement);

    ValueTask<Measurement?> Get(string device, DateTimeOffset at);

    IAsyncEnumerable<Measurement> OfDay(string device, DateOnly day);

    IAsyncEnumerable<Measurement> OfHours(string device, DateOnly day, DateTimeOffset from, DateTimeOffset to);

    IAsyncEnumerable<Measurement> OfSameDay(string device, DateTimeOffset day);

    [Index("byMonth")]
    ValueTask<Page<Measurement>> OfMonth(DateOnly month, int limit, string? cursor = null);

    [Update("SET Value = {value}")]
    ValueTask<bool> UpdateValue(string device, DateTimeOffset at, double value);
}

/// <summary>A partition of one day or month, of which the sort key has the instants.</summary>
public sealed class TimeBucketTests(LocalServer server) : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 31, 6, 0, 0, TimeSpan.Zero);

    private ServiceProvider? _services;

    private IMeasurements Measured => _services!.GetRequiredService<IMeasurements>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<Measurements>(builder => builder.AddRepository<IMeasurements>());
        foreach (var hours in (int[])[-31, 0, 1, 2, 3, 17, 18])
        {
            await Measured.Put(new Measurement("d", Morning.AddHours(hours)) { Value = hours });
        }
    }

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_day_holds_all_of_its_instants()
    {
        Assert.Equal((double[])[0, 1, 2, 3, 17], await Hours(Measured.OfDay("d", new DateOnly(2026, 3, 31))));
        Assert.Equal((double[])[0, 1, 2, 3, 17], await Hours(Measured.OfSameDay("d", Morning.AddHours(9))));
        Assert.Equal((double[])[18], await Hours(Measured.OfDay("d", new DateOnly(2026, 4, 1))));
        Assert.Equal((double[])[-31], await Hours(Measured.OfDay("d", new DateOnly(2026, 3, 29))));
    }

    [Fact]
    public async Task A_range_of_instants_stands_within_a_day() =>
        Assert.Equal((double[])[1, 2, 3], await Hours(Measured.OfHours("d", new DateOnly(2026, 3, 31), Morning.AddHours(1), Morning.AddHours(3))));

    [Fact]
    public async Task A_month_is_given_by_any_of_its_days()
    {
        var page = await Measured.OfMonth(new DateOnly(2026, 3, 15), limit: 4);
        Assert.Equal([-31, 0, 1, 2], page.Items.Select(measurement => measurement.Value));
        var next = await Measured.OfMonth(new DateOnly(2026, 3, 1), limit: 4, page.Cursor);
        Assert.Equal([3, 17], next.Items.Select(measurement => measurement.Value));
    }

    [Fact]
    public async Task One_item_is_found_and_updated_by_its_instant_alone()
    {
        Assert.True(await Measured.UpdateValue("d", Morning, 7));
        Assert.Equal(7, (await Measured.Get("d", Morning))!.Value);
    }

    private static async Task<double[]> Hours(IAsyncEnumerable<Measurement> measurements) =>
        [.. (await measurements.ToListAsync(TestContext.Current.CancellationToken)).Select(measurement => measurement.Value)];
}
