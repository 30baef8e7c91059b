using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>
/// DG4010: a request that is started in a member without <c>async</c> and never awaited, or whose task is put into a local that nobody looks at. Of
/// the former the compiler warns by itself inside of <c>async</c> members.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedTaskAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.DroppedTask,
        title: "Task of a request is dropped",
        messageFormat: "Nobody awaits '{0}': its errors are lost, and the process may end before it is done; await it, or write '_ =' if that is meant",
        RuleCategories.Writes,
        DiagnosticSeverity.Warning,
        description: "A request whose task is not awaited may fail, be throttled or be cut off without anybody noticing.");

    /// <summary>Creates the analyzer.</summary>
    public DroppedTaskAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        context.RegisterOperationAction(
            context =>
            {
                var statement = (IExpressionStatementOperation)context.Operation;
                if (RequestIn(statement.Operation, sdk) is { } call && !IsInAsyncFunction(statement, context.ContainingSymbol))
                {
                    Report(context, call);
                }
            },
            OperationKind.ExpressionStatement);
        context.RegisterOperationAction(
            context =>
            {
                var local = (IVariableDeclaratorOperation)context.Operation;
                if (local.GetVariableInitializer()?.Value is { } value && RequestIn(value, sdk) is { } call && IsUnused(local))
                {
                    Report(context, call);
                }
            },
            OperationKind.VariableDeclarator);

        void Report(OperationAnalysisContext context, IInvocationOperation call)
        {
            if (!dynamo.Excludes(call.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(call.Syntax), call.TargetMethod.Name));
            }
        }
    }

    /// <summary>A local called <c>_</c> says that this is meant.</summary>
    private static bool IsUnused(IVariableDeclaratorOperation local) => local.Symbol.Name != "_" && !LocalVariable.UsesOf(local.Symbol, local).Any();

    private static IInvocationOperation? RequestIn(IOperation operation, SdkSymbols sdk) =>
        operation.WithoutConversions() switch
        {
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => RequestIn(task, sdk),
            IConditionalAccessOperation access => RequestIn(access.WhenNotNull, sdk),
            IInvocationOperation call when IsRequest(call.TargetMethod, sdk) || HandsOn(call, sdk) => call,
            _ => null,
        };

    /// <summary>Whether a method of the same source returns the task of a request, or awaits one and lets its errors out.</summary>
    private static bool HandsOn(IInvocationOperation call, SdkSymbols sdk) =>
        call.TargetMethod is { IsVirtual: false, IsAbstract: false, IsOverride: false, ReturnType.Name: "Task" }
        && CalledBody.DeclaredBy(call.TargetMethod, call) is { } body
        && body.Descendants().OfType<IInvocationOperation>().Any(inner => IsRequest(inner.TargetMethod, sdk) && LeavesErrors(inner));

    private static bool LeavesErrors(IInvocationOperation request) =>
        !request.Ancestors().Any(outer => outer is ITryOperation { Catches.Length: > 0 } or IAnonymousFunctionOperation or ILocalFunctionOperation)
        && request.Ancestors().Any(outer => outer is IReturnOperation or IAwaitOperation);

    private static bool IsRequest(IMethodSymbol method, SdkSymbols sdk) =>
        method.ReturnType is INamedTypeSymbol { Name: "Task", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } }
        && (sdk.Declares(method)
            || (method.ContainingType is { TypeKind: TypeKind.Class } type
                && Overrides(method, sdk) is var overrides
                && (overrides || Implements(method, type, sdk))));

    private static bool Overrides(IMethodSymbol method, SdkSymbols sdk) =>
        method.OverriddenMethod is { } overridden && (sdk.Declares(overridden) || Overrides(overridden, sdk));

    private static bool Implements(IMethodSymbol method, INamedTypeSymbol type, SdkSymbols sdk) =>
        type.AllInterfaces.Where(candidate => sdk.Declares(candidate))
            .SelectMany(candidate => candidate.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method));

    /// <summary>Expression trees are never run as they stand, so they count as well.</summary>
    private static bool IsInAsyncFunction(IOperation statement, ISymbol containingSymbol)
    {
        for (var outer = statement.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case ILocalFunctionOperation function:
                    return function.Symbol.IsAsync;
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync || ExpressionTree.IsMadeOf(lambda);
            }
        }

        return containingSymbol is IMethodSymbol { IsAsync: true };
    }
}
