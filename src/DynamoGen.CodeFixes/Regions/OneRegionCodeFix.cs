using System.Composition;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Regions;

/// <summary>Has one region write all items of a table, which stands in the same file and does not say yet which regions do.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OneRegionCodeFix)), Shared]
public sealed class OneRegionCodeFix : DocumentCodeFix
{
    /// <summary>Creates the fix.</summary>
    public OneRegionCodeFix()
        : base(
            "Let the first region write the table ([OneRegion])",
            RuleIdentifiers.RegionalLock,
            RuleIdentifiers.RegionalUniqueness,
            RuleIdentifiers.RegionalCreate,
            RuleIdentifiers.RegionalTransaction,
            RuleIdentifiers.RegionalEvents,
            RuleIdentifiers.RegionalCount)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        diagnostic.AdditionalLocations.Where(location => location.SourceTree == root.SyntaxTree)
            .Select(location => root.FindNode(location.SourceSpan))
            .FirstOrDefault(table => model.GetDeclaredSymbol(table, cancellationToken) is INamedTypeSymbol type && IsSilent(type));

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        var table = editor.SemanticModel.GetDeclaredSymbol(target)!;
        var region = table.Attributes(DeclarationAttributes.Replica).First().Text(0)!;
        editor.ReplaceNode(target, (current, generator) => generator.AddAttributes(
            current, generator.Attribute(SyntaxFactory.IdentifierName("OneRegion"), [generator.LiteralExpression(region)])));
    }

    /// <summary>Whether the table says nothing of the regions that write it.</summary>
    private static bool IsSilent(INamedTypeSymbol table) => !table.Has(DeclarationAttributes.AnyRegion) && !table.Has(DeclarationAttributes.HomeRegion);
}
