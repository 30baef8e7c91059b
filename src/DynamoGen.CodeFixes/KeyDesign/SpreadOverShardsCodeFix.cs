using System.Composition;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.CodeFixes.KeyDesign;

/// <summary>Spreads the partition key of an index over ten shards.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpreadOverShardsCodeFix)), Shared]
public sealed class SpreadOverShardsCodeFix : KeyPropertyCodeFix
{
    private const int Shards = 10;

    /// <summary>Creates the fix.</summary>
    public SpreadOverShardsCodeFix()
        : base(
            "Spread over shards",
            "Shards",
            SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(Shards)),
            RuleIdentifiers.LowCardinalityIndexKey,
            RuleIdentifiers.ConstantPartitionKey,
            RuleIdentifiers.TimeBucketPartitionKey,
            RuleIdentifiers.GrowingSortKey)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        diagnostic.Properties.ContainsKey(PartitionKey.IndexProperty) ? base.FindTarget(diagnostic, root, model, cancellationToken) : null;
}
