using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Tests.Documentation;

/// <summary>What the pages of the documentation show compiles, with the generator running, and no declaration of it is refused.</summary>
public sealed class DocumentedCodeTests
{
    /// <summary>Pages whose code other tests build, or look for in code that is built.</summary>
    private static readonly string[] BuiltElsewhere = ["aspire.md", "solutions.md", "testing.md"];

    private static readonly Lazy<MetadataReference[]> Libraries = new(
        () => [.. WebAssemblies().Concat(Packages()).Select(file => MetadataReference.CreateFromFile(file))]);

    public static TheoryData<string> Pages => [.. WithCode().Except(BuiltElsewhere)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_code_of_a_page_compiles(string page)
    {
        var run = GeneratorRun.With(Libraries.Value, new DocumentedPage(page).Source());

        Assert.Empty(Design.Problems(run).Select(problem => $"{problem.Rule}: {string.Join(", ", problem.Arguments)}"));
        Assert.Empty(run.Complaints().Where(complaint => complaint.Severity == DiagnosticSeverity.Error).Select(complaint => complaint.ToString()));
    }

    [Fact]
    public void A_page_is_left_out_only_as_long_as_it_has_no_context()
    {
        Assert.All(BuiltElsewhere, page => Assert.False(File.Exists(new DocumentedPage(page).ContextFile), page));
        Assert.Empty(BuiltElsewhere.Except(WithCode()));
    }

    private static IEnumerable<string> WithCode() => Directory.EnumerateFiles(Repository.Folder("docs"), "*.md")
        .Select(file => Path.GetFileName(file)).Where(page => new DocumentedPage(page).HasCode).Order(StringComparer.Ordinal);

    /// <summary>The packages beside DynamoGen itself, and what they reference.</summary>
    private static IEnumerable<string> Packages() =>
        new[] { "DynamoGen.Local", "DynamoGen.CommandLine", "DynamoGen.OpenTelemetry", "DynamoGen.Streams.Elasticsearch", "OpenTelemetry*", "Elastic.*" }
            .SelectMany(pattern => Directory.EnumerateFiles(AppContext.BaseDirectory, pattern + ".dll"));

    /// <summary>ASP.NET Core, which stands beside the run time that the tests run on.</summary>
    private static IEnumerable<string> WebAssemblies()
    {
        var runtime = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        var web = Path.Combine(runtime.Parent!.Parent!.FullName, "Microsoft.AspNetCore.App", runtime.Name);
        return Directory.EnumerateFiles(web, "*.dll")
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
                || (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && !Referenced.Contains(Path.GetFileNameWithoutExtension(name)))));
    }

    /// <summary>What every run has.</summary>
    private static readonly string[] Referenced =
    [
        "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Diagnostics.HealthChecks",
        "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
    ];
}
