using DynamoGen.Analyzers.Libraries;
using DynamoGen.CodeFixes.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Writes;

/// <summary>The tasks that a function drops, and how they are awaited.</summary>
internal static class DroppedTasks
{
    /// <summary>The method, local function, lambda or top-level statement around a node; null in what cannot be async.</summary>
    public static SyntaxNode? FunctionAround(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax or LocalFunctionStatementSyntax
            or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax)
            is { } function and (MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or GlobalStatementSyntax)
            ? function
            : null;

    /// <summary>
    /// What to await: each statement that is a task, since once a function is async the compiler asks for all of them; where it is async already, only
    /// requests whose tasks are put into locals that nobody looks at.
    /// </summary>
    public static IReadOnlyList<ExpressionSyntax> In(SyntaxNode function, SemanticModel model)
    {
        var own = function.DescendantNodes().Where(node => FunctionAround(node) == function);
        var locals = own.OfType<LocalDeclarationStatementSyntax>().Select(local => UnusedRequest(local, model)).OfType<ExpressionSyntax>();
        if (IsAsync(function))
        {
            return [.. locals];
        }

        var statements = own.OfType<ExpressionStatementSyntax>().Select(statement => statement.Expression);
        var bodies = AsyncFunction.ReturnsVoid(function, model) ? BodyOf(function) : [];
        return [.. statements.Concat(bodies).Where(expression => IsTask(model.GetTypeInfo(expression).Type)), .. locals];
    }

    /// <summary>Not in a lock or unsafe code; and <c>await client?.PutItemAsync(…)</c> fails where the client is null.</summary>
    public static bool CanBeAwaited(ExpressionSyntax task, SyntaxNode function) =>
        !task.DescendantNodesAndSelf().Any(node => node is ConditionalAccessExpressionSyntax)
        && !task.Ancestors().TakeWhile(outer => outer != function).Any(outer => outer is LockStatementSyntax or UnsafeStatementSyntax)
        && !function.AncestorsAndSelf().SelectMany(outer => outer.ChildTokens()).Any(modifier => modifier.IsKind(SyntaxKind.UnsafeKeyword));

    /// <summary>The node that is replaced, which is the whole declaration of a local that nobody looks at.</summary>
    public static SyntaxNode PlaceOf(ExpressionSyntax task) =>
        task.Parent is EqualsValueClauseSyntax ? task.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()! : task;

    /// <summary>What stands there instead.</summary>
    public static SyntaxNode Awaited(SyntaxNode place) => place is LocalDeclarationStatementSyntax local
        ? SyntaxFactory.ExpressionStatement(Await(local.Declaration.Variables[0].Initializer!.Value)).WithTriviaFrom(local)
        : Await((ExpressionSyntax)place).WithTriviaFrom(place);

    /// <summary>Whether a function has the modifier.</summary>
    public static bool IsAsync(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => !lambda.AsyncKeyword.IsKind(SyntaxKind.None),
        _ => function.ChildTokens().Any(modifier => modifier.IsKind(SyntaxKind.AsyncKeyword)),
    };

    private static AwaitExpressionSyntax Await(ExpressionSyntax task) => SyntaxFactory.AwaitExpression(task.WithoutTrivia());

    private static IEnumerable<ExpressionSyntax> BodyOf(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax { ExpressionBody: { } body } => [body],
        _ => function.ChildNodes().OfType<ArrowExpressionClauseSyntax>().Select(arrow => arrow.Expression),
    };

    private static ExpressionSyntax? UnusedRequest(LocalDeclarationStatementSyntax local, SemanticModel model) =>
        local is { Declaration.Variables: { Count: 1 } variables, UsingKeyword.RawKind: 0 }
        && variables[0] is { Identifier.ValueText: not "_", Initializer.Value: { } task }
        && IsTask(model.GetTypeInfo(task).Type)
        && SdkSymbols.Find(model.Compilation) is { } sdk
        && task.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .Any(call => model.GetSymbolInfo(call).Symbol is IMethodSymbol method && sdk.Declares(method) && IsTask(method.ReturnType))
        && !LocalNames.UsesOfLocalIn(local, model, CancellationToken.None).Any()
            ? task
            : null;

    private static bool IsTask(ITypeSymbol? type) => type is
    {
        Name: "Task" or "ConfiguredTaskAwaitable",
        ContainingNamespace: { Name: "Tasks" or "CompilerServices", ContainingNamespace.Name: "Threading" or "Runtime" },
    };
}
