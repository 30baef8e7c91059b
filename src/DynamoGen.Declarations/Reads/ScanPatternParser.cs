using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads a method that scans the table, which it must allow by an attribute that says why.</summary>
internal sealed class ScanPatternParser(PatternDeclaration declaration)
{
    public static bool IsScan(IMethodSymbol method) => method.Has(DeclarationAttributes.AllowScan);

    public PatternModel? Parse(PatternReturn result)
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
        if (method.Has(DeclarationAttributes.Filter)
            || method.Has(DeclarationAttributes.Condition)
            || method.Has(DeclarationAttributes.Update)
            || method.Has(DeclarationAttributes.Index)
            || method.Has(DeclarationAttributes.Descending))
        {
            return declaration.Misshapen("a scan has neither filter nor order, and goes to the table");
        }

        if (method.Parameters.FirstOrDefault(parameter => !PatternParameters.IsCancellation(parameter) && !PatternParameters.IsSegments(parameter))
            is { } other)
        {
            return declaration.Misshapen($"a scan takes 'int segments' and a CancellationToken only; '{other.Name}' is for a Query");
        }

        var signature = declaration.Signature(result, _ => ParameterRole.Segments);
        return repairs
            ? new RepairUniquePattern(signature)
            : new ScanPattern(signature, method.Has(DeclarationAttributes.ConsistentRead), declaration.Expiry());
    }
}
