using System.Diagnostics;

namespace DynamoGen.Package.Tests;

/// <summary>A program that uses the library is published by Native AOT, and does all that it does under the run time.</summary>
[Collection(nameof(NativeSamples))]
public sealed class NativeAotTests(NativeSamplesFixture samples)
{
    private const long MostBytes = 14_000_000;

    [Theory]
    [InlineData("Storefront")]
    [InlineData("StreamFunction")]
    public async Task It_publishes_without_a_warning(string sample)
    {
        var published = await samples.PublishedAsync(sample);

        Assert.DoesNotContain(published.Output.Split('\n'), line => line.Contains("warning", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Nothing_silences_a_warning() => Assert.All(
        Directory.EnumerateFiles(Repository.Folder("src", "DynamoGen"), "*.cs", SearchOption.AllDirectories)
            .Append(Repository.Folder("samples", "Storefront", "Storefront.csproj"))
            .Append(Repository.Folder("samples", "StreamFunction", "StreamFunction.csproj"))
            .Append(Repository.Folder("src", "DynamoGen", "DynamoGen.csproj"))
            .Append(Repository.Folder("Directory.Build.props")),
        file => Assert.DoesNotMatch("UnconditionalSuppressMessage|IL[23][0-9]{3}|SuppressTrimAnalysisWarnings", File.ReadAllText(file)));

    [Fact]
    public async Task It_is_no_larger_than_promised() =>
        Assert.InRange(new FileInfo((await samples.PublishedAsync("Storefront")).Program).Length, 1, MostBytes);

    [Theory]
    [InlineData("")]
    [InlineData("sdk")]
    public async Task Every_access_pattern_answers_on_either_transport(string transport)
    {
        var (exitCode, output) = await RunAsync(transport.Length > 0 ? [transport] : []);

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            """
            Put                                  Chai
            PutMany (BatchWriteItem)             4 products
            Get                                  Bottle { Litres = 0.33 }
            GetMany (BatchGetItem)               4 products
            Projection by GetItem                Aniseed Syrup
            Projection by Query, with a range    Chai, Chang
            Query with a filter                  Chai
            Scan in two segments                 87 in stock
            Update with a token                  44 in stock
            Transaction of reads                 Chai and Chang
            DeleteMany (BatchWriteItem)          gone
            Every kind of value                  as it was written
            Item of an earlier version           Ceylon
            Update that upcasts                  Ceylon, B
            Create with a unique value           London
            Unique value that is taken           refused
            Replace that changes a unique value  ada@example.org
            Create                               revision 1
            Transaction of writes                42 in stock
            Transaction that is refused          ConditionFailed
            Replace under a lock                 revision 2
            Replace of what has changed since    refused
            Update that renews an index key      Shipped
            Query with a range                   2
            Pages with a cursor                  2, then 1
            Query over shards                    2
            Keys of an index                     ada 2
            Query with hydration                 Left at the door
            Item collection                      Ada with 2 orders
            Delete under a lock                  deleted
            Update of a list                     2 lines
            Item that has expired                hidden

            """,
            output,
            ignoreLineEndingDifferences: true);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> arguments)
    {
        var storefront = await samples.PublishedAsync("Storefront");
        var start = new ProcessStartInfo(storefront.Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
