using DynamoGen.Tests;

namespace DynamoGen.Migrations.Tests.Live;

/// <summary>The short form of the proof by processes that are killed, on a server that is restarted: see docs/proofs.md.</summary>
public sealed class KilledProcessesTests
{
    [Fact]
    public async Task Nothing_is_lost_stale_or_resurrected()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DynamoGen.MigrationProof.dll");
        var (held, output) = await CommandLine.RunAsync(AppContext.BaseDirectory, program, "short");

        Assert.True(held == 0, output);
        Assert.Contains("0 lost, 0 stale, 0 resurrected", output, StringComparison.Ordinal);
    }
}
