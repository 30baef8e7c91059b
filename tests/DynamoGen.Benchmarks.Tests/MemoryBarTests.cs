using System.Text.RegularExpressions;

namespace DynamoGen.Benchmarks.Tests;

/// <summary>
/// The bars of memory, which are exact. They are counted in a process of their own, built for release, since a debug build allocates what nobody ships.
/// </summary>
public sealed partial class MemoryBarTests
{
    [Fact]
    public async Task Each_bar_of_memory_holds()
    {
        var folder = Repository.Folder("benchmarks", "DynamoGen.Benchmarks");
        var (built, said) = await CommandLine.RunAsync(
            folder, "build", "--no-restore", "--configuration", "Release", "-nodeReuse:false", "-p:UseSharedCompilation=false");
        Assert.True(built == 0, said);

        var (held, output) = await CommandLine.RunAsync(folder, "run", "--no-build", "--configuration", "Release", "--", "bars", "memory");
        Assert.True(held == 0, output);
        Assert.Equal(14, Bar().Count(output));
        Assert.All(Bar().Matches(output), bar => Assert.Equal("ok", bar.Groups["state"].Value));
    }

    [GeneratedRegex(@"^.+ bar <= .+ (?<state>\w+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Bar();
}
