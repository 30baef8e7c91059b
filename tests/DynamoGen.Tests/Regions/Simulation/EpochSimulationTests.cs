using System.Globalization;

namespace DynamoGen.Tests.Regions.Simulation;

/// <summary>
/// Whatever failovers, partitions, clocks and late requests do: no write of an old epoch survives where a newer epoch has written, and of the newest epoch's
/// own writes the last one stands, in every region.
/// </summary>
public sealed class EpochSimulationTests
{
    private const int MutantSeeds = 300;

    private static int Seeds => Setting("DYNAMOGEN_REGION_SEEDS") ?? 300;

    /// <summary>Where to begin, so that several processes share many seeds.</summary>
    private static int FirstSeed => Setting("DYNAMOGEN_REGION_FIRST_SEED") ?? 0;

    public static TheoryData<Mutant> Mutants => [.. Enum.GetValues<Mutant>().Where(static mutant => mutant != Mutant.None)];

    [Fact]
    public void No_write_of_an_old_epoch_survives_where_a_newer_one_has_written()
    {
        var (writes, failovers, putBacks) = (0L, 0L, 0L);
        var wrong = new List<string>();
        for (var seed = FirstSeed; seed < FirstSeed + Seeds; seed++)
        {
            var run = EpochSimulation.Run(seed);
            (writes, failovers, putBacks) = (writes + run.Writes, failovers + run.Failovers, putBacks + run.PutBacks);
            wrong.AddRange(run.Violations.Select(violation => $"seed {seed}: {violation}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Seeds} seeds, {writes} writes, {failovers} failovers, {putBacks} items put back, {wrong.Count} violations.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong.Take(8)));
        Assert.True(writes > 20L * Seeds);
        Assert.True(failovers > 2L * Seeds);
        Assert.True(putBacks > Seeds / 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    public void A_seed_replays_exactly(int seed) => Assert.Equal(EpochSimulation.Run(seed).Trace, EpochSimulation.Run(seed).Trace);

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_fault_is_found(Mutant mutant) => Assert.Contains(
        Enumerable.Range(0, MutantSeeds), seed => EpochSimulation.Run(seed, mutant).Violations.Count > 0);

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
