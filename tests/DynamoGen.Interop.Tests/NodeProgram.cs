using System.Diagnostics;
using System.Text.Json.Nodes;
using DynamoGen.Local;
using DynamoGen.Tests;

[assembly: AssemblyFixture(typeof(DynamoGen.Interop.Tests.NodeProgram))]

namespace DynamoGen.Interop.Tests;

/// <summary>The programs in node that share a table with DynamoGen, beside the packages that npm restored for them.</summary>
public sealed class NodeProgram : IAsyncLifetime
{
    private string? _folder;

    public async ValueTask InitializeAsync()
    {
        var source = Repository.Folder("tests", "DynamoGen.Interop.Tests", "Node");
        var programs = Directory.EnumerateFiles(source, "*.mjs").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        _folder = await NpmPackages.RestoreAsync(new NpmPackageFolder("interop", Text("package.json"), Text("package-lock.json")) { Files = programs });

        string Text(string name) => File.ReadAllText(Path.Combine(source, name));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a verb of a program on a table, and returns what it prints.</summary>
    public async Task<JsonNode?> RunAsync(string program, string verb, string endpoint, string table, params string[] ids)
    {
        var start = new ProcessStartInfo("node", [$"{program}.mjs", verb, endpoint, table, .. ids])
        {
            WorkingDirectory = _folder!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {verb}: {await errors}");
        return JsonNode.Parse(printed);
    }
}
