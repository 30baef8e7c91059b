using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Migrations;

/// <summary>DG9006: an upcaster, or a function of a migration, that depends on more than the stored item.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ImpureFunctionAnalyzer : DynamoAnalyzer
{
    private static readonly string[] Functions = ["Forward", "Backward"];

    /// <summary>Creates the analyzer.</summary>
    public ImpureFunctionAnalyzer()
        : base(MigrationDescriptors.Impure)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterOperationBlockAction(Analyze);
        }
    }

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { IsStatic: true } function || !IsPure(function))
        {
            return;
        }

        foreach (var operation in context.OperationBlocks.SelectMany(block => block.Descendants()).Where(operation => !IsPartOfReported(operation)))
        {
            if (Impurities.Of(operation) is { } impurity)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    MigrationDescriptors.Impure, operation.Syntax.GetLocation(), $"{function.ContainingType.Name}.{function.Name}", impurity));
            }
        }
    }

    private static bool IsPure(IMethodSymbol function) =>
        function.Has(DeclarationAttributes.Upcast)
        || function.Has(DeclarationAttributes.Downcast)
        || (Functions.Contains(function.Name) && function.ContainingType.Has(DeclarationAttributes.Migration));

    /// <summary>Whether what is around it is reported already, such as the call on what it yields.</summary>
    private static bool IsPartOfReported(IOperation operation) => operation.Ancestors().Any(outer => Impurities.Of(outer) is not null);
}
