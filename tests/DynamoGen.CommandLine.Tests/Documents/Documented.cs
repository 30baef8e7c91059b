using DynamoGen.CommandLine.Commands;
using DynamoGen.Tests;
using IssueTracker;
using Microsoft.Extensions.DependencyInjection;
using Northwind;

namespace DynamoGen.CommandLine.Tests.Documents;

/// <summary>Writes the documents of the samples, for which no server is needed.</summary>
internal static class Documented
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1");

    public static string LockOf(string sample) => Repository.Folder("samples", sample, "dynamogen.lock.json");

    /// <summary>The document of a sample by its lock.</summary>
    public static async Task<string> WriteAsync(string sample, string format)
    {
        var result = await RunAsync(sample, "--format", format, "--title", sample, "--lock", LockOf(sample));
        Assert.Equal((0, string.Empty), (result.Code, result.Error));
        return result.Output;
    }

    public static async Task<VerbResult> RunAsync(string sample, params string[] options)
    {
        var services = new ServiceCollection();
        _ = sample == "Northwind" ? services.AddNorthwind(Nowhere) : services.AddIssueTracker(Nowhere);
        await using var provider = services.BuildServiceProvider();
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandRunner.RunAsync(
            new CommandSession(provider, output, error), ["schema", "document", .. options], TestContext.Current.CancellationToken);
        return new VerbResult(code, output.ToString(), error.ToString());
    }
}
