using System.Globalization;

namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>Leases and lineage on virtual time: whatever workers, clocks and answers do, each item's changes take effect once, in order.</summary>
public sealed class SimulationTests
{
    private const int MutantSeeds = 300;

    private static int Seeds =>
        int.TryParse(Environment.GetEnvironmentVariable("DYNAMOGEN_STREAM_SEEDS"), CultureInfo.InvariantCulture, out var seeds) ? seeds : 300;

    public static TheoryData<string> Mutants => [.. Enum.GetNames<Mutant>().Where(static name => name != nameof(Mutant.None))];

    [Fact]
    public void Every_change_takes_effect_once_and_in_order_and_every_shard_ends()
    {
        var (effects, refused) = (0L, 0L);
        var wrong = new List<string>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var run = StreamSimulation.Run(seed);
            effects += run.Effects;
            refused += run.Refused;
            wrong.AddRange(run.Violations.Select(violation => $"seed {seed}: {violation}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Seeds} seeds, {effects} effects, {refused} refused by the fence, {wrong.Count} violations.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong.Take(20).Select(static text => text[..Math.Min(text.Length, 500)])));

        // The fence had something to do, else the runs were too kind.
        Assert.True(refused > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    public void A_seed_replays_exactly(int seed) => Assert.Equal(StreamSimulation.Run(seed).Trace, StreamSimulation.Run(seed).Trace);

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_fault_of_the_consumer_is_found(string mutant) => Assert.Contains(
        Enumerable.Range(0, MutantSeeds),
        seed => StreamSimulation.Run(seed, Enum.Parse<Mutant>(mutant)).Violations.Count > 0);
}
