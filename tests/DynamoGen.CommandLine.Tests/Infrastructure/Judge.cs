using System.Diagnostics;
using System.Text.Json.Nodes;
using DynamoGen.Local;
using DynamoGen.Tests;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>
/// Asks what others have published about the forms: the specification of CloudFormation's resources, the rules of AWS Control Tower, and a parser of HCL.
/// </summary>
internal static class Judge
{
    /// <summary>What the specification says against a template.</summary>
    public static async Task<string[]> FaultsOfTemplateAsync(string template) =>
        [.. (await AskAsync("template", template)).AsArray().Select(fault => (string)fault!)];

    /// <summary>The types of the blocks in a template, by the type of what has them (null for the resource) and the property.</summary>
    public static async Task<(string? Owner, string Property, string Type)[]> BlocksAsync(string template) =>
        [.. (await AskAsync("blocks", template)).AsArray().Select(block => ((string?)block![0], (string)block[1]!, (string)block[2]!))];

    /// <summary>The rules of AWS Control Tower for DynamoDB, each with whether cfn-guard found that a template keeps it.</summary>
    public static async Task<Dictionary<string, bool>> RulesAsync(string template) =>
        (await AskAsync("rules", template)).AsObject().ToDictionary(rule => rule.Key, rule => (bool)rule.Value!);

    /// <summary>A configuration as JSON.</summary>
    public static Task<JsonNode> ParseHclAsync(string configuration) => AskAsync("configuration", configuration);

    /// <summary>The properties whose change makes a resource anew, for each of some types, as <c>type: properties</c>.</summary>
    public static async Task<string[]> ReplacementsAsync(IEnumerable<string> types) =>
        [.. (await AskAsync("replacements", string.Join('\n', types))).AsArray().Select(line => (string)line!)];

    private static async Task<JsonNode> AskAsync(string question, string text)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = await NpmPackages.RestoreAsync(
            new NpmPackageFolder("infrastructure-judges", await ReadAsync("package.json"), await ReadAsync("package-lock.json"))
            {
                Files = new Dictionary<string, string>
                {
                    ["judge.cjs"] = await ReadAsync("judge.cjs"),

                    // The rules of cfn-guard come in a plug-in of the CDK, which is not needed to run them.
                    [".npmrc"] = "legacy-peer-deps=true",
                },
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
