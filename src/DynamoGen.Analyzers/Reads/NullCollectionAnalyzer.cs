using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>
/// DG3012: a collection of a response that is null when the service sends none, or of a request that was never set, used as if it were empty then.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NullCollectionAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.NullCollection,
        title: "Missing collection is null in version 4 of the SDK",
        messageFormat: "'{0}' is null {1} since version 4 of the SDK, and this throws a NullReferenceException; {2} first",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "Up to version 3 the SDK made an empty collection where a response has none, or a request is given none; "
            + "since version 4 the property is null.");

    private static readonly (string Type, string Property, string When)[] Known =
    [
        ("Model.QueryResponse", "LastEvaluatedKey", "on the last page"),
        ("Model.ScanResponse", "LastEvaluatedKey", "on the last page"),
        ("Model.GetItemResponse", "Item", "where there is no such item"),
        ("Model.PutItemResponse", "Attributes", "where there was no such item"),
        ("Model.DeleteItemResponse", "Attributes", "where there was no such item"),
    ];

    /// <summary>Creates the analyzer.</summary>
    public NullCollectionAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk || sdk.Client.ContainingAssembly.Identity.Version.Major < 4)
        {
            return;
        }

        var properties = PropertiesOf(sdk);
        var initializesCollections =
            new Lazy<bool>(() => dynamo.Compilation.SyntaxTrees.Any(tree => tree.GetText().ToString().Contains("InitializeCollections")));
        context.RegisterOperationAction(Analyze, OperationKind.PropertyReference);

        void Analyze(OperationAnalysisContext context)
        {
            var reference = (IPropertyReferenceOperation)context.Operation;
            if (Check(reference) is { } diagnostic && !dynamo.Excludes(reference.Syntax.SyntaxTree) && !initializesCollections.Value)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }

        Diagnostic? Check(IPropertyReferenceOperation reference) =>
            properties.TryGetValue(reference.Property, out var when)
            && CollectionUse.FailureOf(reference) is { } failure
            && CollectionUse.IsFirstAndUnguarded(reference)
            && !PresentCollection.Is(reference, failure, sdk)
                ? Report(reference, failure, when, "test with 'is { Count: > 0 }'")
            : UnsetCollection.IsFilled(reference, sdk)
                ? Report(reference, reference, $"in a new {reference.Property.ContainingType.Name}", "assign a collection")
            : null;
    }

    private static Dictionary<ISymbol, string> PropertiesOf(SdkSymbols sdk)
    {
        var result = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        foreach (var (typeName, name, when) in Known)
        {
            if (sdk.TypeNamed(typeName)?.GetMembers(name).FirstOrDefault() is { } property)
            {
                result[property] = when;
            }
        }

        return result;
    }

    private static Diagnostic Report(IPropertyReferenceOperation reference, IOperation failure, string when, string remedy) =>
        Diagnostic.Create(Rule, LocationOf(failure), reference.Property.Name, when, remedy);

    private static Location LocationOf(IOperation reference) =>
        reference.Syntax is MemberAccessExpressionSyntax access ? access.Name.GetLocation() : reference.Syntax.GetLocation();
}
