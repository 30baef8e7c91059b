using DynamoGen.Analyzers.Expressions;
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
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);

        void Analyze(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (methods.Contains(call.TargetMethod) && Check(call, sdk) is { } rule && !dynamo.Excludes(call.Syntax.SyntaxTree))
            {
                var name = call.TargetMethod.Name.StartsWith("Scan", StringComparison.Ordinal) ? "Scan" : "Query";
                context.ReportDiagnostic(Diagnostic.Create(rule, CalledName.LocationOf(call.Syntax), name));
            }
        }
    }

    private static DiagnosticDescriptor? Check(IInvocationOperation call, SdkSymbols sdk)
    {
        if (call.Arguments.FirstOrDefault(candidate => candidate.Parameter?.Ordinal == 0) is not { } argument
            || VisibleObject.From(argument.Value, sdk) is not { IsWhole: true } request
            || request.Sets("ExclusiveStartKey")
            || ResponseUse.Of(call) is not { IsVisible: true, Reads.Count: > 0 } response
            || response.HasRead("LastEvaluatedKey"))
        {
            return null;
        }

        var isFiltered = Filters.Any(request.Sets);
        return request.Sets("Limit") ? (isFiltered ? FilteredLimit.Rule : null)
            : IsAtMostOneItem(request) || (!isFiltered && WantsOneItem(response)) ? null
            : IgnoredPage.Rule;
    }

    /// <summary>Whether the whole primary key is given, or may be: then there is nothing more to read.</summary>
    private static bool IsAtMostOneItem(VisibleObject query)
    {
        if (query.Creation.Type?.Name != "QueryRequest")
        {
            return false;
        }

        return query.Sets("KeyConditions")
            ? query.CollectionOf("KeyConditions") is not { IsWhole: true, Entries.Count: 1 }
            : !query.ValuesOf("KeyConditionExpression").All(value => ReadsMany(value, query.Sets("IndexName")));
    }

    private static bool ReadsMany(IOperation keyCondition, bool isIndex) =>
        ConstantText.Of(keyCondition) is { } text
        && DynamoExpression.Parse(text, ExpressionKind.KeyCondition).Condition is { } condition
        && (isIndex || condition.Conjuncts().Count(part => part is Condition.Comparison { Operator: "=" }) == 1);

    /// <summary>Whether the code looks at the first item only, or whether there is one.</summary>
    private static bool WantsOneItem(ResponseUse response) => response.Reads.All(FirstItem.IsAllThatIsReadOf);
}
