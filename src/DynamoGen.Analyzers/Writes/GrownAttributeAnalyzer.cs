using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG1010 of plain SDK code: a set or a list of one item that each call adds to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GrownAttributeAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public GrownAttributeAnalyzer()
        : base(GrowingAttributeAnalyzer.WriteRule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var grown = new GrownAttribute(sdk);
        INamedTypeSymbol?[] updates = [sdk.TypeNamed("Model.UpdateItemRequest"), sdk.TypeNamed("Model.Update")];
        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (updates.Contains(creation.Type, SymbolEqualityComparer.Default) && grown.In(VisibleObject.Of(creation, sdk)) is var (attribute, place))
                {
                    Report(context, place, attribute, $"refuse more by a condition on size({attribute})");
                }
            },
            OperationKind.ObjectCreation);
        context.RegisterOperationAction(
            context =>
            {
                if (grown.In((IInvocationOperation)context.Operation) is var (property, place))
                {
                    Report(context, place, property.Name, "bound it by [MaxLength]");
                }
            },
            OperationKind.Invocation);

        void Report(OperationAnalysisContext context, Location place, string attribute, string bound)
        {
            if (!dynamo.Excludes(context.Operation.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(Diagnostic.Create(GrowingAttributeAnalyzer.WriteRule, place, attribute, bound));
            }
        }
    }
}
