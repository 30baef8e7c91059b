using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>
/// Turns <c>new TransactWriteItemsRequest()</c>, whose collection is filled afterwards, into one with <c>{ TransactItems = [] }</c>, and
/// <c>Names = { [key] = value }</c> in an initializer into <c>Names = new() { [key] = value }</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AssignCollectionCodeFix)), Shared]
public sealed class AssignCollectionCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public AssignCollectionCodeFix()
        : base("Assign a collection", RuleIdentifiers.NullCollection)
    {
    }

    /// <summary>
    /// The access to the collection of a request that a local holds, or the initializer that fills it; each collection is assigned by itself.
    /// </summary>
    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 }
            ? root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).Parent switch
            {
                AssignmentExpressionSyntax { Right: InitializerExpressionSyntax entries } => entries,
                MemberAccessExpressionSyntax access when model.GetSymbolInfo(access, cancellationToken).Symbol is IPropertySymbol { SetMethod: not null }
                    && CreationOf(access, model, cancellationToken) is not null => access,
                _ => null,
            }
            : null;

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        if (target is InitializerExpressionSyntax)
        {
            editor.ReplaceNode(target, (current, _) => SyntaxFactory.ImplicitObjectCreationExpression()
                .WithInitializer(((InitializerExpressionSyntax)current).WithoutLeadingTrivia())
                .WithLeadingTrivia(current.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
            return;
        }

        var access = (MemberAccessExpressionSyntax)target;
        var name = access.Name.Identifier.ValueText;
        editor.ReplaceNode(CreationOf(access, editor.SemanticModel, CancellationToken.None)!,
            (current, _) => Assigning((BaseObjectCreationExpressionSyntax)current, name));
    }

    private static SyntaxNode Assigning(BaseObjectCreationExpressionSyntax creation, string name)
    {
        var present = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax left && left.Identifier.ValueText == name);
        if (present == true)
        {
            return creation;
        }

        var assigned = SyntaxFactory.ParseExpression($"{name} = []");
        var initializer = creation.Initializer?.AddExpressions(assigned)
            ?? SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, SyntaxFactory.SingletonSeparatedList(assigned));

        // What a constructor without arguments needs no parentheses for, once there is an initializer.
        var bare = creation is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } named ? named.WithArgumentList(null) : creation;
        return bare.WithInitializer(initializer).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static BaseObjectCreationExpressionSyntax? CreationOf(
        MemberAccessExpressionSyntax access, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations }
        && declarations[0].GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation }
            ? creation
            : null;
}
