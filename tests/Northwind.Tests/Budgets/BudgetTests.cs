using Amazon.Runtime;
using DynamoGen.Tests.Instruments;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace Northwind.Tests.Budgets;

/// <summary>
/// What budgets are held against, of writes with a lock, with a marker of a unique value, of idempotent ones and of transactions: what the build says by AWS's
/// rules, and what the server tells.
/// </summary>
public sealed class BudgetTests(LoadedNorthwind northwind)
{
    private const double WriteBudget = 8;

    private static readonly string Note = new('n', 3000);

    public static TheoryData<string, double, double> Estimates => new()
    {
        // The table and the marker twice each, and the index once.
        { nameof(IPlayers.Create), 2 + 2 + 1, 2 + 2 + 1 },
        { nameof(IPlayers.CreateAction), 2 + 2 + 1, 2 + 2 + 1 },
        { nameof(IPlayers.Delete), 2 + 2 + 1, 2 + 2 + 1 },

        // Where the name stays it is a plain write; the lock changes the copy of the index each time. A team that changes moves it.
        { nameof(IPlayers.Replace), 1 + 0 + 1, 2 + 4 + 2 },
        { nameof(IPlayers.UpdateName), 1 + 0 + 1, 2 + 4 + 1 },
        { nameof(IPlayers.UpdatePoints), 1 + 1, 1 + 1 },
        { nameof(IPlayers.UpdatePointsOnce), 2 + 1, 2 + 1 },
        { nameof(IPlayers.UpdatePointsAction), 2 + 1, 2 + 1 },
    };

    [Theory]
    [MemberData(nameof(Estimates))]
    public void A_write_is_estimated_by_the_rules_of_AWS(string pattern, double least, double most)
    {
        var described = SampleCalls.PatternsOf<IPlayers>().Single(described => described.Name == $"IPlayers.{pattern}");

        Assert.Equal((least, most), (described.Estimate!.Least, described.Estimate.Most));
        Assert.Equal(WriteBudget, described.CapacityBudget);
    }

    /// <summary>
    /// DynamoDB Local bills transactions in its own way, so that it is no measure of the estimate; a plain write of 3 KB takes the budget to its last unit.
    /// </summary>
    [Theory]
    [InlineData(null)]
    [InlineData(3000)]
    public async Task A_call_is_over_its_budget_where_the_server_told_more(int? noteLength)
    {
        await using var sample = await StartAsync(TimeProvider.System);
        var players = sample.Services.GetRequiredService<IPlayers>();
        var note = noteLength is { } length ? new string('n', length) : null;
        var first = await CallAsync(sample, nameof(IPlayers.Create), async () => await players.Create(new Player(1, "red", "Ann") { Note = note }));
        var second = await CallAsync(sample, nameof(IPlayers.Replace), async () => await players.Replace(first with { Team = "blue", Name = "Bea" }, first));
        await CallAsync(sample, nameof(IPlayers.UpdatePoints), async () => await players.UpdatePoints(1, by: 5));
        await CallAsync(sample, nameof(IPlayers.UpdatePointsOnce), async () => await players.UpdatePointsOnce(1, by: 5));
        Assert.True(await CallAsync(sample, nameof(IPlayers.UpdateName), async () => await players.UpdateName(1, "Cleo", second.Name)));
        var stored = await CallAsync(sample, nameof(IPlayers.Get), async () => (await players.Get(1))!);
        Assert.Equal(10, stored.Points);
        Assert.Single(await CallAsync(sample, nameof(IPlayers.OfTeam), async () => await players.OfTeam("blue")));
        await CallAsync(sample, nameof(IPlayers.Delete), async () => await players.Delete(stored));

        string[] over =
        [
            nameof(IPlayers.Create), nameof(IPlayers.Replace), nameof(IPlayers.UpdatePointsOnce), nameof(IPlayers.UpdateName), nameof(IPlayers.Delete),
        ];
        Assert.Equal(noteLength is null ? [] : over.Select(name => $"IPlayers.{name}"), Exceeded(sample));
    }

    [Fact]
    public async Task A_transaction_of_several_writes_has_no_budget_and_each_of_its_actions_is_told_by_the_build()
    {
        await using var sample = await StartAsync(TimeProvider.System);
        var players = sample.Services.GetRequiredService<IPlayers>();
        var before = sample.Proxy.TotalUnits;
        await sample.Services.GetRequiredService<ITransactions>().WriteAsync(
            [players.CreateAction(new Player(1, "red", "Ann") { Note = Note }), players.CreateAction(new Player(2, "red", "Bea") { Note = Note })]);

        var call = Assert.Single(sample.Telemetry.Measurements, measured => measured.Instrument == "dynamogen.client.consumed_capacity");
        Assert.Equal(sample.Proxy.TotalUnits - before, call.Value, tolerance: 0.001);
        Assert.True(call.Value > 2 * WriteBudget, $"{call.Value}");
        Assert.Empty(Exceeded(sample));
    }

    [Fact]
    public async Task A_write_that_is_a_transaction_is_logged_once_an_hour()
    {
        var clock = new AdvancedClock();
        await using var sample = await StartAsync(clock);
        var players = sample.Services.GetRequiredService<IPlayers>();
        await players.Create(new Player(1, "red", "Ann") { Note = Note });
        await players.Create(new Player(2, "red", "Bea") { Note = Note });
        Assert.Single(Lines());

        clock.Advance(TimeSpan.FromHours(1));
        await players.Create(new Player(3, "red", "Cleo") { Note = Note });
        Assert.Equal(2, Lines().Count);
        Assert.Equal(3, Exceeded(sample).Count);

        IReadOnlyList<string> Lines() =>
        [
            .. sample.Telemetry.Logged.Where(line => line.StartsWith("IPlayers.Create on table ", StringComparison.Ordinal)
                && line.Contains("over its budget of 8.", StringComparison.Ordinal)),
        ];
    }

    private static Task CallAsync(InstrumentedSample sample, string name, Func<Task> call) => CallAsync(sample, name, async () =>
    {
        await call();
        return true;
    });

    /// <summary>Makes a call, and compares what is measured of it with what the server told.</summary>
    private static async Task<T> CallAsync<T>(InstrumentedSample sample, string name, Func<Task<T>> call)
    {
        var pattern = SampleCalls.PatternsOf<IPlayers>().Single(described => described.Name == $"IPlayers.{name}");
        var (units, over) = (sample.Proxy.TotalUnits, Exceeded(sample).Count);
        var answer = await call();
        var told = sample.Proxy.TotalUnits - units;
        var measured = sample.Telemetry.Measurements.Last(one => one.Instrument == "dynamogen.client.consumed_capacity");
        Assert.Equal(pattern.Name, measured.Pattern);
        Assert.Equal(told, measured.Value, tolerance: 0.001);
        Assert.Equal((name, told > pattern.CapacityBudget ? 1 : 0), (name, Exceeded(sample).Count - over));
        return answer;
    }

    /// <summary>The access patterns of the calls that were counted as over their budgets.</summary>
    private static IReadOnlyList<string> Exceeded(InstrumentedSample sample) =>
        [.. sample.Telemetry.Measurements.Where(measured => measured.Instrument == "dynamogen.client.budget_exceeded").Select(measured => measured.Pattern!)];

    private Task<InstrumentedSample> StartAsync(TimeProvider clock) => InstrumentedSample.StartAsync(
        northwind.Endpoint,
        (services, endpoint, prefix) => Add(services.AddSingleton(clock), endpoint, prefix),
        async tables => await tables.EnsureCreatedAsync<PlayerTable>());

    private static IServiceCollection Add(IServiceCollection services, Uri endpoint, string prefix) => services
        .AddDynamoGen(options =>
        {
            options.ServiceUrl = endpoint.ToString();
            options.TableNamePrefix = prefix;
            options.Credentials = _ => new BasicAWSCredentials("local", "local");
        })
        .AddRepository<IPlayers>()
        .Services;

    /// <summary>The system's clock, put forward.</summary>
    private sealed class AdvancedClock : TimeProvider
    {
        private long _ahead;

        public override long GetTimestamp() => base.GetTimestamp() + _ahead;

        public void Advance(TimeSpan time) => _ahead += (long)(time.TotalSeconds * TimestampFrequency);
    }
}
