using DynamoGen.Tests;

namespace DynamoGen.Streams.Tests.Hosted;

/// <summary>The short form of the proof by many processes, of which workers are killed: see docs/proofs.md.</summary>
public sealed class ManyProcessesTests
{
    [Fact]
    public async Task Every_change_has_its_effect_once_and_in_order()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DynamoGen.StreamProof.dll");
        var (held, output) = await CommandLine.RunAsync(AppContext.BaseDirectory, program, "short");

        Assert.True(held == 0, output);
        Assert.Contains("every change had its effect once and in order", output, StringComparison.Ordinal);
    }
}
