using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3010: items that are read to count them. It is reported where they are counted; that pages are missing is said where they are read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CountedItemsAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.CountedItems,
        title: "Items are read to count them",
        messageFormat: "All items are read, sent and billed, up to 1 MB for each request, only to {0}; {1}",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "A request with Select.COUNT sends no items, though DynamoDB bills what it reads. "
            + "A counter that is kept costs one read, and whether there is an item at all shows with Limit = 1.");

    /// <summary>Creates the analyzer.</summary>
    public CountedItemsAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var items = new CountedItems(sdk, new Lazy<MappedTables>(() => new MappedTables(dynamo.Compilation, sdk)));
        context.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (items.ReadBy(call) is var (place, purpose, remedy)
                    && !ExpressionTree.Contains(call)
                    && !dynamo.Excludes(call.Syntax.SyntaxTree))
                {
                    var location = CalledName.LocationOf(IsBeside(call, place) ? place.Syntax : call.Syntax);
                    context.ReportDiagnostic(Diagnostic.Create(Rule, location, purpose, remedy));
                }
            },
            OperationKind.Invocation);
    }

    /// <summary>Whether the place is in the same member as the call; a method that the response is handed to may have other callers.</summary>
    private static bool IsBeside(IOperation call, IOperation place) =>
        place.Syntax.SyntaxTree == call.Syntax.SyntaxTree && LocalVariable.BodyOf(call).Syntax.Span.Contains(place.Syntax.Span);
}
