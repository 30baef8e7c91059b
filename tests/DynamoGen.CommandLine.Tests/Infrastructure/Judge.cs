using System.Diagnostics;
using System.Text.Json.Nodes;
using DynamoGen.Local;
using DynamoGen.Tests;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>Asks what others have published about the forms: the specification of CloudFormation's resources, and a parser of HCL.</summary>
internal static class Judge
{
    /// <summary>What the specification says against a template.</summary>
    public static async Task<string[]> FaultsOfTemplateAsync(string template) =>
        [.. (await AskAsync("template", template)).AsArray().Select(fault => (string)fault!)];

    /// <summary>A configuration as JSON.</summary>
    public static Task<JsonNode> ParseHclAsync(string configuration) => AskAsync("configuration", configuration);

    private static async Task<JsonNode> AskAsync(string question, string text)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = await NpmPackages.RestoreAsync(
            new NpmPackageFolder("infrastructure-judges", await ReadAsync("package.json"), await ReadAsync("package-lock.json"))
            {
                Files = new Dictionary<string, string> { ["judge.cjs"] = await ReadAsync("judge.cjs") },
            },
            cancellationToken: cancellationToken);
        var start = new ProcessStartInfo("node", ["judge.cjs", question])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(text.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, process.ExitCode);
        return JsonNode.Parse(await answer)!;
    }

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(
        Repository.Folder("tests", "DynamoGen.CommandLine.Tests", "Infrastructure", "Judges", file), TestContext.Current.CancellationToken);
}
