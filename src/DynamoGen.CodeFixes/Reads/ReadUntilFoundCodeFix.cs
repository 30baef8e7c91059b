using System.Composition;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using DynamoGen.CodeFixes.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>
/// Reads pages until as many items came through the filter as the limit says. The limit stays the size of a page, which bounds what one request costs.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadUntilFoundCodeFix)), Shared]
public sealed class ReadUntilFoundCodeFix : PagingCodeFix
{
    /// <summary>Creates the fix.</summary>
    public ReadUntilFoundCodeFix()
        : base("Read pages until enough is found", RuleIdentifiers.LimitWithFilter)
    {
    }

    private protected override string? AfterPage(AwaitedCall page, string items, SemanticModel model, CancellationToken cancellationToken) =>
        LimitOf(page, model, cancellationToken) is { } limit
            ? $$"""

                if ({{items}}.Count >= {{limit}})
                {
                {{items}}.RemoveRange({{limit}}, {{items}}.Count - {{limit}});
                break;
                }
                """
            : null;

    /// <summary>The limit as it is written, where it can be written once more: a constant, or a variable that is still there.</summary>
    private static string? LimitOf(AwaitedCall page, SemanticModel model, CancellationToken cancellationToken) =>
        SdkSymbols.Find(model.Compilation) is { } sdk
        && model.GetOperation(page.Request, cancellationToken) is { } request
        && VisibleObject.From(request, sdk)?.CertainValueOf("Limit")?.WithoutConversions() is { Type.SpecialType: SpecialType.System_Int32 } limit
        && limit.Syntax.ToString() is var text
        && (limit is ILiteralOperation
            || model.LookupSymbols(page.Statement.SpanStart, name: text)
                .Any(symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol { IsConst: true }))
            ? text
            : null;
}
