using DynamoGen.Migrations;

namespace Northwind.Tests;

/// <summary>The sample of a migration as a user runs it.</summary>
public sealed class MigrationSampleTests
{
    [Fact]
    public async Task Orders_move_through_every_phase_and_both_builds_read_what_was_written()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("Migration", ["--once"]);

        Assert.True(exitCode == 0, output);
        Assert.All(Enum.GetNames<MigrationPhase>(), phase => Assert.Contains($"  {phase}: ", output));
        Assert.Contains("830 old orders will take", output);
        Assert.Contains("Rolled back from Cutover to ShadowRead", output);
        Assert.Matches("Compared [0-9]+ old and [0-9]+ new orders while they were written: 0 lost, 0 stale, 0 resurrected, 0 that cannot be copied", output);
        Assert.Matches("The latest orders of employee 4, by the new index: [0-9]+, [0-9]+, [0-9]+", output);
        Assert.Matches("All [0-9]+ orders agree, as both builds read them: 0 lost, 0 stale, 0 resurrected.", output);
        Assert.Matches("Of [1-9][0-9]* reads and [1-9][0-9]* writes, 0 came to something else than expected; of [1-9][0-9]* shadow reads, 0 differed.", output);
    }

    [Fact]
    public async Task Orders_move_to_another_server_and_both_builds_read_what_was_written()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("Migration", ["--once", "--apart"]);

        Assert.True(exitCode == 0, output);
        Assert.All(Enum.GetNames<MigrationPhase>(), phase => Assert.Contains($"  {phase}: ", output));
        Assert.Contains("Rolled back from Cutover to ShadowRead", output);
        Assert.Matches("Compared [0-9]+ old and [0-9]+ new orders while they were written: 0 lost, 0 stale, 0 resurrected, 0 that cannot be copied", output);
        Assert.Matches("All [0-9]+ orders agree, as both builds read them: 0 lost, 0 stale, 0 resurrected.", output);
        Assert.Matches("Of [1-9][0-9]* reads and [1-9][0-9]* writes, 0 came to something else than expected", output);
    }

    [Fact]
    public async Task What_it_does_not_know_is_told_with_what_it_does()
    {
        var (exitCode, output) = await SampleProcess.RunAsync("Migration", ["--twice"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("--once", output);
    }
}
