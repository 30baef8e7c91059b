using System.Composition;
using DynamoGen.Analyzers.Rules;
using DynamoGen.CodeFixes.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>Reads all pages into a list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadAllPagesCodeFix)), Shared]
public sealed class ReadAllPagesCodeFix : PagingCodeFix
{
    /// <summary>Creates the fix.</summary>
    public ReadAllPagesCodeFix()
        : base("Read all pages", RuleIdentifiers.IgnoredLastEvaluatedKey)
    {
    }

    private protected override string AfterPage(AwaitedCall page, string items, SemanticModel model, CancellationToken cancellationToken) => "";
}
