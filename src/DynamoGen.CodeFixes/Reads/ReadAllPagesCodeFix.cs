using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>
/// Turns <c>var response = await client.QueryAsync(request);</c>, of which only <c>Items</c> is used, into a loop over all pages that fills a list.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadAllPagesCodeFix)), Shared]
public sealed class ReadAllPagesCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public ReadAllPagesCodeFix()
        : base("Read all pages", RuleIdentifiers.IgnoredLastEvaluatedKey)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && PageCall.TryRead(call) is { Statement: var statement, Client: var client }
        && model.GetTypeInfo(client, cancellationToken).Type is { } type
        && type.AllInterfaces.Prepend(type).Any(candidate => !candidate.GetMembers("Paginators").IsEmpty)
        && UsesOf(statement, model, cancellationToken).All(use => use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Items" } access && access.Expression == use)
            ? statement
            : null;

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        var statement = (LocalDeclarationStatementSyntax)target;
        var page = PageCall.TryRead(statement)!;
        var response = statement.Declaration.Variables[0].Identifier.ValueText;
        var items = FreeName($"{response}Items", statement, editor.SemanticModel);
        var pages = $"{page.Client.WithoutTrivia()}.Paginators.{page.Operation}({page.Request.WithoutTrivia()}).Responses{page.Configuration}";

        editor.InsertBefore(statement, ListDeclaration(items, editor).WithLeadingTrivia(statement.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
        var loop = SyntaxFactory.ParseStatement($"await foreach (var {response} in {pages})\n{{\n{items}.AddRange({response}.Items);\n}}");
        editor.ReplaceNode(statement, loop.WithTrailingTrivia(statement.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
        foreach (var use in UsesOf(statement, editor.SemanticModel, CancellationToken.None))
        {
            editor.ReplaceNode(use.Parent!, (access, _) => SyntaxFactory.IdentifierName(items).WithTriviaFrom(access));
        }
    }

    private static SyntaxNode ListDeclaration(string name, DocumentEditor editor)
    {
        var compilation = editor.SemanticModel.Compilation;
        var list = compilation.GetTypeByMetadataName("System.Collections.Generic.List`1")!;
        var dictionary = compilation.GetTypeByMetadataName("System.Collections.Generic.Dictionary`2")!;
        var value = compilation.GetTypeByMetadataName("Amazon.DynamoDBv2.Model.AttributeValue")!;
        var type = list.Construct(dictionary.Construct(compilation.GetSpecialType(SpecialType.System_String), value));
        var typeName = editor.Generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
        return editor.Generator.LocalDeclarationStatement(name, editor.Generator.ObjectCreationExpression(typeName));
    }

    private static IEnumerable<IdentifierNameSyntax> UsesOf(LocalDeclarationStatementSyntax statement, SemanticModel model, CancellationToken cancellationToken)
    {
        var response = model.GetDeclaredSymbol(statement.Declaration.Variables[0], cancellationToken);
        return statement.Parent!.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == response?.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, response));
    }

    /// <summary>The name, with a number where something in the member has it already.</summary>
    private static string FreeName(string name, SyntaxNode statement, SemanticModel model)
    {
        var member = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? statement;
        var taken = new HashSet<string>(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        taken.UnionWith(model.LookupSymbols(statement.SpanStart).Select(symbol => symbol.Name));
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : $"{name}{number}").First(candidate => !taken.Contains(candidate));
    }
}
