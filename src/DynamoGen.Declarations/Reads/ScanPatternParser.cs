using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads a method that scans the table, which it must allow by an attribute that says why.</summary>
internal sealed class ScanPatternParser(PatternDeclaration declaration)
{
    public PatternModel? Parse(PatternKind kind, PatternReturn result)
    {
        var repairs = kind == PatternKind.Repair;
        if (repairs && !declaration.Method.Has(DeclarationAttributes.AllowScan))
        {
            return declaration.Misshapen("a repair of unique values scans the whole table; allow it by [AllowScan(\"why\")]");
        }

        if (repairs && declaration.Model.Uniqueness is null)
        {
            return declaration.Misshapen($"'{declaration.Entity.Name}' has no [Unique] value to repair");
        }

        if (!repairs && result.View!.Kind != ItemViewKind.Entity)
        {
            return declaration.Misshapen($"[AllowScan] makes it a scan, which returns IAsyncEnumerable<{declaration.Entity.Name}>, "
                + "because a whole table need not fit into memory");
        }

        var method = declaration.Method;
        if (method.Parameters.FirstOrDefault(parameter => !PatternParameters.IsCancellation(parameter) && !PatternParameters.IsSegments(parameter))
            is { } other)
        {
            return declaration.Misshapen("[AllowScan] makes it a scan, which takes 'int segments' and a CancellationToken only; "
                + $"'{other.Name}' is for a Query");
        }

        var signature = declaration.Signature(result, _ => ParameterRole.Segments);
        return repairs
            ? new RepairUniquePattern(signature)
            : new ScanPattern(signature, method.Has(DeclarationAttributes.ConsistentRead), declaration.Expiry());
    }
}
