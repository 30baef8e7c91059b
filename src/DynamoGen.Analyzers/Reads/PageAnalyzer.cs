using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3004 and DG3005: calls of the low-level client that use the first page of a Query or Scan only. A call gets at most one of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PageAnalyzer : DynamoAnalyzer
{
    private static readonly string[] Filters = ["FilterExpression", "QueryFilter", "ScanFilter"];

    /// <summary>Creates the analyzer.</summary>
    public PageAnalyzer()
        : base(FilteredLimit.Rule, IgnoredPage.Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var methods = new ClientMethods(sdk, "QueryAsync", "ScanAsync", "Query", "Scan");
        var wholeKey = new WholeKey(new Lazy<MappedTables>(() => new MappedTables(dynamo.Compilation, sdk)));
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);

        void Analyze(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (methods.Contains(call.TargetMethod) && Check(call, sdk, wholeKey) is { } rule && !dynamo.Excludes(call.Syntax.SyntaxTree))
            {
                var name = call.TargetMethod.Name.StartsWith("Scan", StringComparison.Ordinal) ? "Scan" : "Query";
                context.ReportDiagnostic(Diagnostic.Create(rule, CalledName.LocationOf(call.Syntax), name));
            }
        }
    }

    private static DiagnosticDescriptor? Check(IInvocationOperation call, SdkSymbols sdk, WholeKey wholeKey)
    {
        if (call.Arguments.FirstOrDefault(candidate => candidate.Parameter?.Ordinal == 0) is not { } argument
            || VisibleObject.From(argument.Value, sdk) is not { IsWhole: true } request
            || ResponseUse.Of(call) is not { IsVisible: true, Reads.Count: > 0 } response
            || ((request.Sets("ExclusiveStartKey") || response.HasRead("LastEvaluatedKey")) && !DroppedLastKey.IsIn(response)))
        {
            return null;
        }

        var isFiltered = Filters.Any(request.Sets);
        return request.Sets("Limit") ? (isFiltered ? FilteredLimit.Rule : null)
            : wholeKey.IsGivenBy(request) || (!isFiltered && (WantsOneItem(response) || IsRepeatedUntilEmpty(call, response))) ? null
            : IgnoredPage.Rule;
    }

    /// <summary>Whether the code looks at the first item only, or whether there is one.</summary>
    private static bool WantsOneItem(ResponseUse response) => response.Reads.All(FirstItem.IsAllThatIsReadOf);

    /// <summary>Whether a loop reads what is there, as one that deletes it does, until nothing is left.</summary>
    private static bool IsRepeatedUntilEmpty(IInvocationOperation call, ResponseUse response) =>
        call.Ancestors().Any(outer => outer is IWhileLoopOperation or IForLoopOperation)
        && response.Reads.Any(read => read.Property.Name is "Items" or "Count" && FirstItem.IsAllThatIsReadOf(read));
}
