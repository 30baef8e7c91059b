using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>
/// Turns <c>context.ScanAsync&lt;T&gt;([new ScanCondition("Id", ScanOperator.Equal, id)])</c> into <c>context.QueryAsync&lt;T&gt;(id)</c> where
/// <c>Id</c> is the <c>[DynamoDBHashKey]</c> of <c>T</c>: the same items, without reading all others.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(QueryByHashKeyCodeFix)), Shared]
public sealed class QueryByHashKeyCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public QueryByHashKeyCodeFix()
        : base("Query by the hash key", RuleIdentifiers.ScanByIndexedEquality)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } scan
        && GenericName(scan) is { Identifier.ValueText: "ScanAsync" }
        && model.GetSymbolInfo(scan, cancellationToken).Symbol is IMethodSymbol { TypeArguments: { Length: 1 } types } method
        && !method.ContainingType.GetMembers("QueryAsync").IsEmpty
        && HashKeyCondition.TryRead(scan, types[0], model, cancellationToken) is not null
            ? scan
            : null;

    private protected override SyntaxNode Change(SyntaxNode target, SyntaxGenerator generator, Compilation compilation)
    {
        var scan = (InvocationExpressionSyntax)target;
        var name = GenericName(scan)!;
        var value = HashKeyCondition.Condition(scan)!.ArgumentList!.Arguments[2].WithoutTrivia();
        return scan
            .ReplaceNode(name, name.WithIdentifier(SyntaxFactory.Identifier("QueryAsync").WithTriviaFrom(name.Identifier)))
            .WithArgumentList(scan.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(value)));
    }

    private static GenericNameSyntax? GenericName(InvocationExpressionSyntax scan) =>
        scan.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            var expression => expression,
        } as GenericNameSyntax;
}
