using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoGen.CodeFixes.Writes;

/// <summary>Awaits the task and makes the method around it <c>async</c>; one that returned nothing returns a <c>Task</c> then.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitTaskCodeFix)), Shared]
public sealed class AwaitTaskCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public AwaitTaskCodeFix()
        : base("Await the request", RuleIdentifiers.DroppedTask)
    {
    }

    /// <summary>The function around the request: once it is async, every other task that is dropped in it has to be awaited too.</summary>
    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && FunctionAround(call) is { } function
        && (function is GlobalStatementSyntax || CanBeAsync(function, model, cancellationToken))
        && DroppedTasksIn(function, model) is var tasks
        && tasks.Any(task => task.Span.Contains(call.Span))
        && tasks.All(task => CanBeAwaited(task, function))
            ? function
            : null;

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        foreach (var task in DroppedTasksIn(target, editor.SemanticModel))
        {
            editor.ReplaceNode(task, (current, _) => SyntaxFactory.AwaitExpression(((ExpressionSyntax)current).WithoutTrivia()).WithTriviaFrom(current)
                .WithAdditionalAnnotations(Formatter.Annotation));
        }

        if (target is GlobalStatementSyntax)
        {
            // A program is async by itself where it awaits something.
            return;
        }

        editor.ReplaceNode(target, (current, generator) => MakeAsync(current, editor.SemanticModel.Compilation, generator));
    }

    private static List<ExpressionSyntax> DroppedTasksIn(SyntaxNode function, SemanticModel model)
    {
        var statements = function.DescendantNodes().OfType<ExpressionStatementSyntax>().Select(statement => statement.Expression);
        var bodies = function.ChildNodes().OfType<ArrowExpressionClauseSyntax>().Select(arrow => arrow.Expression);
        return [.. statements.Concat(bodies).Where(expression => FunctionAround(expression) == function && IsTask(model.GetTypeInfo(expression).Type))];
    }

    /// <summary>Not in a lock or unsafe code; and <c>await client?.PutItemAsync(…)</c> fails where the client is null.</summary>
    private static bool CanBeAwaited(ExpressionSyntax task, SyntaxNode function) =>
        !task.DescendantNodesAndSelf().Any(node => node is ConditionalAccessExpressionSyntax)
        && !task.Ancestors().TakeWhile(outer => outer != function).Any(outer => outer is LockStatementSyntax or UnsafeStatementSyntax)
        && !function.ChildTokens().Any(modifier => modifier.IsKind(SyntaxKind.UnsafeKeyword));

    private static bool IsTask(ITypeSymbol? type) => type is
    {
        Name: "Task" or "ConfiguredTaskAwaitable",
        ContainingNamespace: { Name: "Tasks" or "CompilerServices", ContainingNamespace.Name: "Threading" or "Runtime" },
    };

    private static SyntaxNode MakeAsync(SyntaxNode method, Compilation compilation, SyntaxGenerator generator)
    {
        var task = generator.TypeExpression(compilation.GetTypeByMetadataName("System.Threading.Tasks.Task")!)
            .WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation)
            .WithTrailingTrivia(SyntaxFactory.Space);
        return generator.WithModifiers(generator.WithType(method, task), generator.GetModifiers(method).WithAsync(true));
    }

    private static SyntaxNode? FunctionAround(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax or LocalFunctionStatementSyntax
            or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax)
            is { } function and (MethodDeclarationSyntax or LocalFunctionStatementSyntax or GlobalStatementSyntax)
            ? function
            : null;

    /// <summary>Only what returns nothing, and has its signature from nowhere else, can be changed here.</summary>
    private static bool CanBeAsync(SyntaxNode function, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDeclaredSymbol(function, cancellationToken)
            is IMethodSymbol { ReturnsVoid: true, IsOverride: false, IsVirtual: false, IsPartialDefinition: false, PartialDefinitionPart: null } method
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && method.ExplicitInterfaceImplementations.IsEmpty
        && !IsEventHandler(method)
        && !IsUsedAsDelegate(method, model.Compilation, cancellationToken)
        && !method.ContainingType.AllInterfaces
            .SelectMany(candidate => candidate.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>Whether the method is named somewhere without being called: an <c>Action</c> takes no method that returns a task.</summary>
    private static bool IsUsedAsDelegate(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees.Any(tree => tree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == method.Name && !IsCalled(name))
            .Any(name => SymbolEqualityComparer.Default
                .Equals(compilation.GetSemanticModel(tree).GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition, method)));

    private static bool IsCalled(IdentifierNameSyntax name) =>
        name.Parent is InvocationExpressionSyntax
        || (name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access && access.Name == name)
        || name.Parent is MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax };

    private static bool IsEventHandler(IMethodSymbol method) =>
        method.Parameters is { Length: 2 } parameters
            && parameters[0].Type.SpecialType == SpecialType.System_Object
            && parameters[1].Type.Name.EndsWith("EventArgs", StringComparison.Ordinal);
}
