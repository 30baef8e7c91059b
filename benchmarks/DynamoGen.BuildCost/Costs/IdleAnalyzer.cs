using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.BuildCost.Costs;

/// <summary>An assembly with an analyzer that is asked for nothing and reports nothing.</summary>
internal static class IdleAnalyzer
{
    private const string Source = """
        using System.Collections.Immutable;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.Diagnostics;

        [DiagnosticAnalyzer(LanguageNames.CSharp)]
        public sealed class IdleAnalyzer : DiagnosticAnalyzer
        {
            public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
                ImmutableArray.Create(new DiagnosticDescriptor("IDLE", "Idle", "Idle", "Measurement", DiagnosticSeverity.Warning, isEnabledByDefault: true));

            public override void Initialize(AnalysisContext context)
            {
                context.EnableConcurrentExecution();
                context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
                context.RegisterCompilationStartAction(start => { });
            }
        }
        """;

    /// <returns>The path of the assembly.</returns>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static string WriteTo(string folder)
    {
        var path = Path.Combine(folder, "IdleAnalyzer.dll");
        var compilation = CSharpCompilation.Create(
            "IdleAnalyzer",
            [CSharpSyntaxTree.ParseText(Source)],
            [.. Sources.Framework, MetadataReference.CreateFromFile(typeof(Compilation).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var result = compilation.Emit(path);
        return result.Success ? path : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics));
    }
}
