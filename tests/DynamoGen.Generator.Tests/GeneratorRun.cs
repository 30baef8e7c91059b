using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Tests;

/// <summary>
/// One run of the generator over some files. Every run is repeated on a copy of its compilation, and must then find all of its models again:
/// incrementality is checked by each test, not only by the tests of it.
/// </summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Basic.Reference.Assemblies.Net100.References.All,
        MetadataReference.CreateFromFile(typeof(EntityAttribute<>).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Amazon.DynamoDBv2.AmazonDynamoDBException).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.DependencyInjection.IHealthChecksBuilder).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Amazon.Runtime.AmazonServiceException).Assembly.Location),
    ];

    private GeneratorDriver _driver;

    private GeneratorRun(CSharpCompilation compilation)
    {
        Compilation = compilation;
        var options = new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true);
        _driver = CSharpGeneratorDriver.Create([new DynamoGenerator().AsSourceGenerator()], parseOptions: ParseOptions, driverOptions: options);
        Run(compilation);
        Run(compilation.Clone());
        Assert.All(Reasons(), reason => Assert.True(
            reason.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
            $"{reason.Step} was {reason.Reason} although nothing had changed."));
    }

    public CSharpCompilation Compilation { get; private set; }

    /// <summary>The generated files by their names.</summary>
    public IReadOnlyDictionary<string, string> Generated =>
        _driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Tests",
        sources.Select((source, number) => CSharpSyntaxTree.ParseText(WithUsings(source), ParseOptions, $"Source{number}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress)]));

    public static GeneratorRun Of(params string[] sources) => new(Compile(sources));

    /// <summary>A run over sources that reference the assembly that another run made.</summary>
    public static GeneratorRun With(GeneratorRun referenced, params string[] sources) => With([referenced.Assembly()], sources);

    /// <summary>A run over sources that reference assemblies.</summary>
    public static GeneratorRun With(IReadOnlyList<MetadataReference> referenced, params string[] sources) =>
        new(Compile(sources).WithAssemblyName("Further").AddReferences(referenced));

    /// <summary>The assembly of the sources together with what was generated.</summary>
    public MetadataReference Assembly(string? name = null)
    {
        _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out _);
        return Assembly(output.WithAssemblyName(name ?? output.AssemblyName));
    }

    /// <summary>The assembly of a compilation as it is.</summary>
    public static MetadataReference Assembly(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>Runs the generator again after an edit.</summary>
    public GeneratorRun After(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        Run(edit(Compilation));
        return this;
    }

    /// <summary>Why each of the generator's own steps ran, or did not, in the last run.</summary>
    public IReadOnlyList<(string Step, IncrementalStepRunReason Reason)> Reasons()
    {
        var result = _driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return [.. StepNames.All
            .Where(result.TrackedSteps.ContainsKey)
            .SelectMany(step => result.TrackedSteps[step].SelectMany(run => run.Outputs.Select(output => (step, output.Reason))))];
    }

    /// <summary>How often each reason stood behind a file that was or was not written again in the last run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Outputs() =>
        [.. _driver.GetRunResult().Results.Single().TrackedOutputSteps.Values.SelectMany(steps => steps)
            .SelectMany(step => step.Outputs.Select(output => output.Reason))];

    /// <summary>The values that flow between the generator's steps.</summary>
    public IEnumerable<object> Models()
    {
        var result = _driver.GetRunResult().Results.Single();
        return StepNames.All.Where(result.TrackedSteps.ContainsKey)
            .SelectMany(step => result.TrackedSteps[step])
            .SelectMany(run => run.Outputs.Select(output => output.Value));
    }

    /// <summary>What the compiler says of the sources together with what was generated: errors and warnings, missing documentation excepted.</summary>
    public IReadOnlyList<Diagnostic> Complaints()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out var diagnostics);
        return [.. output.GetDiagnostics().Concat(diagnostics)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591")];
    }

    /// <summary>What the compiler says of generated members that have no documentation.</summary>
    public IReadOnlyList<Diagnostic> Undocumented()
    {
        _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out _);
        return [.. output.GetDiagnostics().Where(diagnostic => diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs"))];
    }

    private void Run(CSharpCompilation compilation)
    {
        Compilation = compilation;
        _driver = _driver.RunGenerators(compilation);
    }

    private static string WithUsings(string source) =>
        $"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Threading;
        using System.Threading.Tasks;
        using DynamoGen;
        {source}
        """;
}
