using System.Reflection;
using DynamoGen.Tests;

namespace DynamoGen.CommandLine.Tests.Tool;

/// <summary>A project in a folder of its own with a host that mounts the verbs, or does not.</summary>
public sealed class TinyHost : IDisposable
{
    private const string Program = """
        using DynamoGen.Hosting;
        using DynamoGen.Streams.Reconciliation;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        if (args is [_, "unmounted"])
        {
            return 0;
        }

        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddDynamoGen().AddReconciliation("view", _ => new Drifting());
        return await builder.Build().RunDynamoGenAsync(args);

        internal sealed class Drifting : IReconciler
        {
            public ReconciliationOptions Options { get; } = new();

            public Task<ReconciliationReport> RunAsync(ReconciliationOptions options, CancellationToken cancellationToken = default)
            {
                Console.WriteLine("This is no result.");
                return Task.FromResult(new ReconciliationReport(10, 1, 0, 0, 0, options.Repairs ? 1 : 0));
            }
        }
        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dynamogen-tool-");

    public string Folder => _root.FullName;

    public string Project => Path.Combine(Folder, "Tiny.csproj");

    /// <summary>The tool as it was built.</summary>
    public static string Tool => Repository.Folder(
        "src",
        "DynamoGen.Cli",
        "bin",
        typeof(TinyHost).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration,
        "net10.0",
        "DynamoGen.Cli.dll");

    /// <summary>Writes a project that references what the tests do, with or without the verbs.</summary>
    public void Write(bool hasVerbs)
    {
        var libraries = Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => Path.GetFileName(file) is var name && IsNeeded(name) && (hasVerbs || name != "DynamoGen.CommandLine.dll"))
            .Select(file => $"""<Reference Include="{file}" />""");
        File.WriteAllText(Project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>{string.Concat(libraries)}</ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(Folder, "Program.cs"), hasVerbs ? Program : "return 0;");
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static bool IsNeeded(string library) =>
        library is "DynamoGen.dll" or "DynamoGen.CommandLine.dll"
        || library.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || library.StartsWith("AWSSDK.", StringComparison.Ordinal)
        || library.StartsWith("Spectre.", StringComparison.Ordinal)
        || library.StartsWith("System.", StringComparison.Ordinal);
}
