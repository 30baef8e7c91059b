using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Options;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Says where a Scan needs no reason: one is given, the type is allowed to Scan, or the Scan is not run as it stands.</summary>
internal sealed class ScanExemptions(DynamoCompilation dynamo, SdkSymbols sdk)
{
    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private readonly ScanPermission _permission = new(dynamo.Declarations?.AllowScanAttribute);

    public bool Cover(IOperation scan, ISymbol containingSymbol) =>
        dynamo.Excludes(scan.Syntax.SyntaxTree)
        || IsInAllowedType(containingSymbol, dynamo.OptionsOf(scan.Syntax.SyntaxTree))
        || ExpressionTree.Contains(scan)
        || _permission.Covers(scan, containingSymbol);

    /// <summary>Whether the table is one of those that may be read whole.</summary>
    public bool CoverTableOf(StartedScan scan) =>
        dynamo.OptionsOf(scan.Call.Syntax.SyntaxTree).ScanAllowedTables is { IsEmpty: false } allowed
        && ScannedTable.NameOf(scan, sdk) is { } table
        && allowed.Contains(table);

    private static bool IsInAllowedType(ISymbol symbol, RuleOptions options)
    {
        var allowed = options.ScanAllowedTypes;
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null && !allowed.IsEmpty; type = type.ContainingType)
        {
            if (allowed.Contains(type.ToDisplayString(FullName)))
            {
                return true;
            }
        }

        return false;
    }
}
