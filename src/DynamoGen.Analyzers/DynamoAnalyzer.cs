using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers;

/// <summary>The base of every analyzer: runs concurrently, skips generated code, and registers nothing where DynamoDB is not used.</summary>
public abstract class DynamoAnalyzer : DiagnosticAnalyzer
{
    private protected DynamoAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = rules.ToImmutableArray();

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.SyntaxTrees.Any(tree => start.TryGetValue(tree, DynamoMention.IsInFile, out var isMentioned) && isMentioned)
                && DynamoCompilation.Find(start.Compilation, start.Options.AnalyzerConfigOptionsProvider) is { } dynamo)
            {
                Register(start, dynamo);
            }
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo);
}
