using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Batches;

/// <summary>Reads a method that gets, puts or deletes many items at once, in batches.</summary>
internal sealed class BatchPatternParser(PatternDeclaration declaration)
{
    public PatternModel? Parse(PatternKind kind, PatternReturn result)
    {
        if (!HasParameter(kind, result))
        {
            return null;
        }

        var signature = declaration.Signature(result, _ => ParameterRole.Many);
        return kind switch
        {
            PatternKind.GetMany => new GetManyPattern(signature, declaration.Method.Has(DeclarationAttributes.ConsistentRead), declaration.Expiry()),
            PatternKind.PutMany => new PutManyPattern(signature),
            _ => new DeleteManyPattern(signature),
        };
    }

    /// <summary>Whether the method takes the items or keys; false with a problem.</summary>
    private bool HasParameter(PatternKind kind, PatternReturn result)
    {
        var returned = kind == PatternKind.GetMany ? PatternReturnKind.Stream : PatternReturnKind.Nothing;
        if (result.Kind != returned || result.View is { Kind: not ItemViewKind.Entity })
        {
            return Fail(kind == PatternKind.GetMany
                ? $"GetMany returns IAsyncEnumerable<{declaration.Entity.Name}>"
                : "a batch of writes returns ValueTask or Task");
        }

        if (kind != PatternKind.GetMany && declaration.Model.Lifecycle.Lock is { } counted)
        {
            return Fail($"a batch has no conditions, so that it would undo what '{counted.Property}' guards; write one by one or in a transaction");
        }

        if (kind != PatternKind.GetMany && declaration.Model.Uniqueness is not null)
        {
            return Fail("a batch writes no markers of unique values; write one by one or in a transaction");
        }

        var wanted = kind == PatternKind.PutMany ? declaration.Entity.Name : $"{declaration.Entity.Name}.{declaration.Model.PrimaryKeyStruct}";
        var rest = declaration.Method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter)).ToArray();
        if (rest.Length != 1
            || PatternParameters.ElementOfMany(rest[0].Type) is not { } element
            || !(kind == PatternKind.PutMany
                ? SymbolEqualityComparer.Default.Equals(element, declaration.Entity)
                : ItemView.IsPrimaryKey(element, declaration.Entity, declaration.Model)))
        {
            return Fail($"it takes IEnumerable<{wanted}>, and perhaps a CancellationToken");
        }

        return true;
    }

    private bool Fail(string reason)
    {
        declaration.Misshapen(reason);
        return false;
    }
}
