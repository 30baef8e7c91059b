using DynamoGen.CodeFixes.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>
/// The base of the fixes that turn <c>var response = await client.QueryAsync(request);</c>, of which only <c>Items</c> is used, into a
/// loop over pages that fills a list.
/// </summary>
public abstract class PagingCodeFix : DocumentCodeFix
{
    private protected PagingCodeFix(string title, string ruleIdentifier)
        : base(title, ruleIdentifier)
    {
    }

    /// <summary>What the loop does when a page's items are in the list, as statements; null where the fix has no answer.</summary>
    private protected abstract string? AfterPage(AwaitedCall page, string items, SemanticModel model, CancellationToken cancellationToken);

    private protected sealed override SyntaxNode? FindTarget(
        Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && AwaitedCall.TryRead(call) is { Response: not null, Method: "QueryAsync" or "ScanAsync" } page
        && model.GetTypeInfo(((MemberAccessExpressionSyntax)call.Expression).Expression, cancellationToken).Type is { } type
        && type.AllInterfaces.Prepend(type).Any(candidate => !candidate.GetMembers("Paginators").IsEmpty)
        && LocalNames.UsesOfLocalIn(page.Statement, model, cancellationToken).All(use => LocalNames.Reads(use, "Items"))
        && AfterPage(page, "items", model, cancellationToken) is not null
            ? call
            : null;

    private protected sealed override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        var page = AwaitedCall.TryRead((InvocationExpressionSyntax)target)!;
        var (statement, response) = (page.Statement, page.Response!);
        var items = LocalNames.Free($"{response}Items", statement, editor.SemanticModel);

        var list = ListDeclaration(items, editor);
        var afterPage = AfterPage(page, items, editor.SemanticModel, CancellationToken.None);
        editor.ReplaceStatement(statement, current =>
        {
            var loop = SyntaxFactory.ParseStatement($$"""
                await foreach (var {{response}} in {{PagesOf(AwaitedCall.In(current))}})
                {
                {{items}}.AddRange({{response}}.Items);{{afterPage}}
                }
                """);
            return
            [
                list.WithLeadingTrivia(current.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation),
                loop.WithTrailingTrivia(current.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation),
            ];
        });
        foreach (var use in LocalNames.UsesOfLocalIn(statement, editor.SemanticModel, CancellationToken.None))
        {
            editor.ReplaceNode(use.Parent!, (access, _) => SyntaxFactory.IdentifierName(items).WithTriviaFrom(access));
        }
    }

    private static string PagesOf(AwaitedCall page)
    {
        var operation = page.Method == "QueryAsync" ? "Query" : "Scan";
        var token = page.Token is null ? "" : $".WithCancellation({page.Token})";
        return $"{page.Client}.Paginators.{operation}({page.Request.WithoutTrivia()}).Responses{token}{page.Context}";
    }

    private static StatementSyntax ListDeclaration(string name, DocumentEditor editor)
    {
        var compilation = editor.SemanticModel.Compilation;
        var list = compilation.GetTypeByMetadataName("System.Collections.Generic.List`1")!;
        var dictionary = compilation.GetTypeByMetadataName("System.Collections.Generic.Dictionary`2")!;
        var value = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.Model.AttributeValue")!;
        var type = list.Construct(dictionary.Construct(compilation.GetSpecialType(SpecialType.System_String), value));
        var typeName = editor.Generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
        return (StatementSyntax)editor.Generator.LocalDeclarationStatement(name, editor.Generator.ObjectCreationExpression(typeName));
    }
}
