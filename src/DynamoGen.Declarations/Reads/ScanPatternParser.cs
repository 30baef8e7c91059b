using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads a method that scans the table, which it must allow by an attribute that says why.</summary>
internal sealed class ScanPatternParser(PatternDeclaration declaration)
{
    public static bool IsScan(IMethodSymbol method) => method.Has(DeclarationAttributes.AllowScan);

    public AccessPatternModel? Parse(PatternReturn result)
    {
        var repairs = result.Kind == PatternReturnKind.UniqueRepair;
        if (repairs && declaration.Model.Uniqueness is null)
        {
            return declaration.Misshapen($"'{declaration.Entity.Name}' has no [Unique] value to repair");
        }

        if (!repairs && result is not { Kind: PatternReturnKind.Stream, View.Kind: ItemViewKind.Entity })
        {
            return declaration.Misshapen($"a scan returns IAsyncEnumerable<{declaration.Entity.Name}>, because a whole table need not fit into memory");
        }

        var method = declaration.Method;
        if (method.Has(DeclarationAttributes.Filter) || method.Has(DeclarationAttributes.Condition) || method.Has(DeclarationAttributes.Update) || method.Has(DeclarationAttributes.Index) || method.Has(DeclarationAttributes.Descending))
        {
            return declaration.Misshapen("a scan has neither filter nor order, and goes to the table");
        }

        var segments = method.Parameters.FirstOrDefault(parameter => parameter.Name == "segments" && parameter.Type.SpecialType == SpecialType.System_Int32);
        if (method.Parameters.FirstOrDefault(parameter => !PatternParameters.IsCancellation(parameter) && !SymbolEqualityComparer.Default.Equals(parameter, segments)) is { } other)
        {
            return declaration.Misshapen($"a scan takes 'int segments' and a CancellationToken only; '{other.Name}' is for a Query");
        }

        return declaration.Pattern(repairs ? AccessPatternKind.RepairUnique : AccessPatternKind.Scan, result, null) with { Segments = PatternDeclaration.Named(segments), Clock = declaration.Clock, Expiry = repairs ? null : declaration.Expiry() };
    }
}
