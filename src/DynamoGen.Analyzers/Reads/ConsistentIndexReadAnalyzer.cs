using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3007 for requests of the SDK: a consistent read of an index that is global, or not known to be local.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConsistentIndexReadAnalyzer : DynamoAnalyzer
{
    private static readonly string[] Requests =
    [
        "Model.QueryRequest", "Model.ScanRequest", "DocumentModel.QueryOperationConfig", "DocumentModel.ScanOperationConfig",
        "DataModel.QueryConfig", "DataModel.ScanConfig", "DataModel.DynamoDBOperationConfig",
    ];

    /// <summary>Creates the analyzer.</summary>
    public ConsistentIndexReadAnalyzer()
        : base(DeclarationDescriptors.ConsistentRequest)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var types = new HashSet<ISymbol>(Requests.Select(sdk.TypeNamed).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        var indexes = new Lazy<MappedIndexes>(() => new MappedIndexes(dynamo.Compilation, sdk));
        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (creation.Type is { } type
                    && types.Contains(type)
                    && Check(VisibleObject.Of(creation, sdk), indexes) is { } diagnostic
                    && !dynamo.Excludes(creation.Syntax.SyntaxTree))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            },
            OperationKind.ObjectCreation);
    }

    private static Diagnostic? Check(VisibleObject request, Lazy<MappedIndexes> indexes)
    {
        if (request.ValuesOf("ConsistentRead") is not { Count: 1 } consistent
            || consistent[0].WithoutConversions().ConstantValue is not { HasValue: true, Value: true }
            || request.ValuesOf("IndexName") is not { Count: 1 } names
            || Certainty.ExcludeEachOther(consistent[0], names[0])
            || ConstantText.Of(names[0]) is not { Length: > 0 } index
            || indexes.Value.HasLocal(index)
            || IsCalledLocal(index))
        {
            return null;
        }

        var isGlobal = indexes.Value.HasGlobal(index);
        return Diagnostic.Create(
            DeclarationDescriptors.ConsistentRequest,
            consistent[0].Syntax.GetLocation(),
            isGlobal ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            additionalLocations: null,
            properties: null,
            index,
            isGlobal ? "which is global" : "which is not known to be local");
    }

    private static bool IsCalledLocal(string index) =>
        index.IndexOf("lsi", StringComparison.OrdinalIgnoreCase) >= 0 || index.IndexOf("local", StringComparison.OrdinalIgnoreCase) >= 0;
}
