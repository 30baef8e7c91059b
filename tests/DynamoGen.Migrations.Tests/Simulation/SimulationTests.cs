using System.Globalization;

namespace DynamoGen.Migrations.Tests.Simulation;

/// <summary>
/// Phases, the fleet, the ledger and the backfill on virtual time: whatever processes, clocks and answers do, no write is lost, stale or doubled.
/// </summary>
public sealed class SimulationTests
{
    private const int MutantSeeds = 300;

    private static int Seeds => Setting("DYNAMOGEN_MIGRATION_SEEDS") ?? 200;

    /// <summary>Where to begin, so that several processes share many seeds.</summary>
    private static int FirstSeed => Setting("DYNAMOGEN_MIGRATION_FIRST_SEED") ?? 0;

    public static TheoryData<string> Mutants => [.. Enum.GetNames<Mutant>().Where(static name => name != nameof(Mutant.None))];

    [Fact]
    public void Old_and_new_items_agree_at_every_moment_from_the_settlement_to_the_end_and_every_migration_ends()
    {
        var (writes, transitions, compared) = (0L, 0L, 0L);
        var wrong = new List<string>();
        for (var seed = FirstSeed; seed < FirstSeed + Seeds; seed++)
        {
            var run = MigrationSimulation.Run(seed);
            writes += run.Writes;
            transitions += run.Transitions;
            compared += run.Compared;
            wrong.AddRange(run.Violations.Select(violation => $"seed {seed}: {violation}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Seeds} seeds, {writes} writes, {transitions} transitions, {compared} comparisons, {wrong.Count} violations.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong.Take(8).Select(static text => text[..Math.Min(text.Length, 4000)])));

        // Without a rollback, a migration has nine transitions; there must have been some.
        Assert.True(transitions > 9L * Seeds);
        Assert.True(compared > Seeds);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    public void A_seed_replays_exactly(int seed) => Assert.Equal(MigrationSimulation.Run(seed).Trace, MigrationSimulation.Run(seed).Trace);

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_fault_is_found(string mutant) => Assert.Contains(
        Enumerable.Range(0, MutantSeeds),
        seed => MigrationSimulation.Run(seed, Enum.Parse<Mutant>(mutant)).Violations.Count > 0);
}
