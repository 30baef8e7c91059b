using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoGen.CodeFixes.Writes;

/// <summary>Makes a function <c>async</c>, where nothing but the function itself has to change.</summary>
internal static class AsyncFunction
{
    private const string Task = "System.Threading.Tasks.Task";

    public static bool ReturnsVoid(SyntaxNode function, SemanticModel model) => SymbolOf(function, model)?.ReturnsVoid == true;

    /// <summary>
    /// Whether it is async already; or returns nothing, and has its signature from nowhere else; or returns <c>Task.CompletedTask</c> only. A lambda that
    /// returns nothing must be one that its method takes with a task as well: an async lambda in an <c>Action</c> would lose the task again.
    /// </summary>
    public static bool CanBe(SyntaxNode function, SemanticModel model, CancellationToken cancellationToken) =>
        function is GlobalStatementSyntax
        || (SymbolOf(function, model) is { } method
            && (method.IsAsync
                || (method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
                    && (method.ReturnsVoid ? CanReturnTask(function, method, model, cancellationToken) : ReturnsCompletedTasks(function, method, model)))));

    /// <summary>The function with the modifier, and with a <c>Task</c> for nothing; as it is where it has the modifier.</summary>
    public static SyntaxNode Make(SyntaxNode function, bool returnsVoid, Compilation compilation, SyntaxGenerator generator)
    {
        if (function is AnonymousFunctionExpressionSyntax lambda)
        {
            var keyword = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithLeadingTrivia(lambda.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
            return WithoutReturns(lambda.WithoutLeadingTrivia().WithAsyncKeyword(keyword));
        }

        var task = generator.TypeExpression(compilation.GetTypeByMetadataName(Task)!)
            .WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation)
            .WithTrailingTrivia(SyntaxFactory.Space);
        var typed = returnsVoid ? generator.WithType(function, task) : WithoutReturns(function);
        return generator.WithModifiers(typed, generator.GetModifiers(function).WithAsync(true));
    }

    private static IMethodSymbol? SymbolOf(SyntaxNode function, SemanticModel model) =>
        (function is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(function).Symbol : model.GetDeclaredSymbol(function)) as IMethodSymbol;

    private static bool CanReturnTask(SyntaxNode function, IMethodSymbol method, SemanticModel model, CancellationToken cancellationToken) =>
        function is AnonymousFunctionExpressionSyntax lambda
            ? IsTakenWithTask(lambda, model)
            : OwnSignature.Has(method, model.Compilation, cancellationToken);

    /// <summary>Whether the method that a lambda is handed to has an overload for one that returns a task, which the compiler then prefers.</summary>
    private static bool IsTakenWithTask(AnonymousFunctionExpressionSyntax lambda, SemanticModel model)
    {
        if (lambda.Parent is not ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument)
        {
            return false;
        }

        var tasks = DroppedTasks.In(lambda, model).Select(DroppedTasks.PlaceOf);
        var awaiting = lambda.ReplaceNodes(tasks, (place, _) => DroppedTasks.Awaited(place));
        var asynchronous = awaiting.WithAsyncKeyword(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        var info = model.GetSpeculativeSymbolInfo(call.SpanStart, call.ReplaceNode(lambda, asynchronous), SpeculativeBindingOption.BindAsExpression);
        var index = list.Arguments.IndexOf(argument);
        return info.Symbol is IMethodSymbol method
            && index < method.Parameters.Length
            && method.Parameters[index].Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnsVoid: false };
    }

    private static bool ReturnsCompletedTasks(SyntaxNode function, IMethodSymbol method, SemanticModel model) =>
        SymbolEqualityComparer.Default.Equals(method.ReturnType, model.Compilation.GetTypeByMetadataName(Task))
        && ReturnsOf(function).ToArray() is { Length: > 0 } returns
        && returns.All(statement => statement.Expression is { } value
            && model.GetSymbolInfo(value).Symbol is IPropertySymbol { Name: "CompletedTask", ContainingType.Name: "Task" });

    private static IEnumerable<ReturnStatementSyntax> ReturnsOf(SyntaxNode function) =>
        function.DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>();

    /// <summary>A task is returned by itself then; a last <c>return</c> says nothing any more.</summary>
    private static TFunction WithoutReturns<TFunction>(TFunction function)
        where TFunction : SyntaxNode
    {
        var bare = function.ReplaceNodes(ReturnsOf(function), (_, current) => current.WithExpression(null)
            .WithReturnKeyword(current.ReturnKeyword.WithTrailingTrivia()));
        return bare.ChildNodes().OfType<BlockSyntax>().FirstOrDefault()?.Statements.LastOrDefault() is ReturnStatementSyntax last
            && !last.GetLeadingTrivia().Any(trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
                ? bare.RemoveNode(last, SyntaxRemoveOptions.KeepNoTrivia)!
                : bare;
    }
}
