using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace DynamoGen.CodeFixes.Writes;

/// <summary>Awaits the task and makes the function around it <c>async</c>; one that returned nothing returns a <c>Task</c> then.</summary>
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
        && DroppedTasks.FunctionAround(call) is { } function
        && AsyncFunction.CanBe(function, model, cancellationToken)
        && DroppedTasks.In(function, model) is var tasks
        && tasks.Any(task => task.Span.Contains(call.Span))
        && tasks.All(task => DroppedTasks.CanBeAwaited(task, function))
            ? function
            : null;

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        foreach (var task in DroppedTasks.In(target, editor.SemanticModel))
        {
            editor.ReplaceNode(DroppedTasks.PlaceOf(task), (current, _) => DroppedTasks.Awaited(current).WithAdditionalAnnotations(Formatter.Annotation));
        }

        // A program is async by itself where it awaits something.
        if (target is not GlobalStatementSyntax && !DroppedTasks.IsAsync(target))
        {
            var returnsVoid = AsyncFunction.ReturnsVoid(target, editor.SemanticModel);
            editor.ReplaceNode(target, (current, generator) => AsyncFunction.Make(current, returnsVoid, editor.SemanticModel.Compilation, generator));
        }
    }
}
