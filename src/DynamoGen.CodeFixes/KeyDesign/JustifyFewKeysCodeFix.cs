using System.Composition;
using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.CodeFixes.KeyDesign;

/// <summary>Gives the key a <c>LowCardinalityJustification</c>; the author replaces the text by the reason.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(JustifyFewKeysCodeFix)), Shared]
public sealed class JustifyFewKeysCodeFix : KeyPropertyCodeFix
{
    private const string Justification = PlaceholderReason.Start + " few partition keys are right";

    /// <summary>Creates the fix.</summary>
    public JustifyFewKeysCodeFix()
        : base(
            "State why few keys are right here",
            "LowCardinalityJustification",
            SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Justification)),
            RuleIdentifiers.LowCardinalityTableKey,
            RuleIdentifiers.LowCardinalityIndexKey,
            RuleIdentifiers.ConstantPartitionKey,
            RuleIdentifiers.TimeBucketPartitionKey,
            RuleIdentifiers.GrowingSortKey)
    {
    }

    private protected override bool Silences => true;
}
