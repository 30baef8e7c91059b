using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4004 and DG4005: transactions with too many actions, and with one only.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TransactionAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public TransactionAnalyzer()
        : base(OversizedTransaction.Rule, SingleActionTransaction.Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var write = sdk.TypeNamed("Model.TransactWriteItemsRequest");
        var get = sdk.TypeNamed("Model.TransactGetItemsRequest");
        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                var isWrite = SymbolEqualityComparer.Default.Equals(creation.Type, write);
                if (!isWrite && !SymbolEqualityComparer.Default.Equals(creation.Type, get))
                {
                    return;
                }

                var request = VisibleObject.Of(creation, sdk);
                if ((OversizedTransaction.Check(request, sdk) ?? (isWrite ? SingleActionTransaction.Check(request, sdk) : null)) is { } diagnostic
                    && !dynamo.Excludes(creation.Syntax.SyntaxTree))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            },
            OperationKind.ObjectCreation);
    }
}
