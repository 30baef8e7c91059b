using System.Composition;
using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>Marks the method that Scans with <c>[AllowScan("…")]</c>; the author replaces the text by the reason.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AllowScanCodeFix)), Shared]
public sealed class AllowScanCodeFix : DocumentCodeFix
{
    private const string Justification = PlaceholderReason.Start + " reading, and paying for, every item is right";
    private const string AttributeName = "DynamoGen.AllowScanAttribute";

    /// <summary>Creates the fix.</summary>
    public AllowScanCodeFix()
        : base("Allow this Scan and say why", RuleIdentifiers.Scan, RuleIdentifiers.ScanByIndexedEquality)
    {
    }

    private protected override bool Silences => true;

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        model.Compilation.GetTypeByMetadataName(AttributeName) is null ? null : FindDeclaration(root.FindNode(diagnostic.Location.SourceSpan));

    private protected override SyntaxNode Change(SyntaxNode target, SyntaxGenerator generator, Compilation compilation)
    {
        var attributeClass = compilation.GetTypeByMetadataName(AttributeName)!;
        var name = generator.TypeExpression(attributeClass).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation);
        return generator.AddAttributes(target, generator.Attribute(name, [generator.LiteralExpression(Justification)]));
    }

    /// <summary>The nearest declaration that the attribute may stand on: a constructor, a field or a property cannot carry it, their type can.</summary>
    private static SyntaxNode? FindDeclaration(SyntaxNode call)
    {
        LocalFunctionStatementSyntax? outermostFunction = null;
        foreach (var ancestor in call.Ancestors())
        {
            switch (ancestor)
            {
                case LocalFunctionStatementSyntax function:
                    outermostFunction = function;
                    break;
                case MethodDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax or AccessorDeclarationSyntax:
                case ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax:
                    return ancestor;
                case InterfaceDeclarationSyntax:
                    return null;
            }
        }

        // Top-level statements have no declaration of their own.
        return outermostFunction;
    }
}
