using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Batches;

/// <summary>Reads a method that gets, puts or deletes many items at once, in batches.</summary>
internal sealed class BatchPatternParser(PatternDeclaration declaration)
{
    private string Entity => declaration.Entity.Name;

    public PatternModel? Parse(PatternKind kind, PatternReturn result)
    {
        if ((kind == PatternKind.GetMany ? MisreadReturn(result) : MisplacedWrite(kind, result)) is { } reason)
        {
            return declaration.Misshapen(reason);
        }

        if (Many(kind) is not { } many)
        {
            var wanted = kind == PatternKind.PutMany ? Entity : $"{Entity}.{declaration.Model.PrimaryKeyStruct}";
            return declaration.Misshapen(
                $"it takes IEnumerable<{wanted}> or IAsyncEnumerable<{wanted}>, and perhaps IProgress<BatchProgress> and a CancellationToken");
        }

        var signature = declaration.Signature(result, parameter => PatternParameters.IsProgress(parameter) ? ParameterRole.Progress : ParameterRole.Many);
        var isAsync = PatternParameters.IsAsync(many.Type);
        return kind switch
        {
            PatternKind.GetMany => GetMany(signature, isAsync, result),
            PatternKind.PutMany => new PutManyPattern(signature, isAsync),
            _ => new DeleteManyPattern(signature, isAsync),
        };
    }

    private PatternModel? GetMany(PatternSignature signature, bool isAsync, PatternReturn result)
    {
        var key = declaration.Model.Keys[0];
        if (!new ItemFormParser(declaration, key, static () => []).TryParse(result.View!, out var form) || !declaration.TellsExpiry(form, result.View!))
        {
            return null;
        }

        var isList = result.Kind == PatternReturnKind.List;
        return new GetManyPattern(
            signature,
            isAsync,
            isList ? WithKeys(form, key) : form,
            isList ? result.List : null,
            declaration.Method.Has(DeclarationAttributes.ConsistentRead),
            declaration.Expiry());
    }

    /// <summary>By its key an item finds its place in the list.</summary>
    private static ItemForm WithKeys(ItemForm form, KeyModel key) => form is not ProjectionForm projection ? form : projection with
    {
        Attributes = new EquatableArray<string>(form.Attributes.Concat(key.Attributes.Select(attribute => attribute.Attribute)).Distinct()),
    };

    /// <summary>Why a read cannot return what it does, as the end of a sentence; null where it can.</summary>
    private string? MisreadReturn(PatternReturn result) => result switch
    {
        { Kind: not (PatternReturnKind.Stream or PatternReturnKind.List) }
            or { Kind: PatternReturnKind.List, HasGaps: false }
            or { View.Kind: ItemViewKind.PrimaryKey or ItemViewKind.Union } =>
            $"GetMany returns IAsyncEnumerable<{Entity}>, the items as they come, or ValueTask<IReadOnlyList<{Entity}?>>, with null for each key without one; "
                + $"in the place of {Entity} may be a projection of it",
        _ => null,
    };

    /// <summary>Why a batch cannot write so, as the end of a sentence; null where it can.</summary>
    private string? MisplacedWrite(PatternKind kind, PatternReturn result) =>
        result.Kind != PatternReturnKind.Nothing ? "a batch of writes returns ValueTask or Task"
        : BatchObstacle.Of(declaration.Model, kind == PatternKind.DeleteMany);

    /// <summary>The parameter of the items or keys; null where the parameters are others.</summary>
    private IParameterSymbol? Many(PatternKind kind)
    {
        var rest = declaration.Method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter)).ToArray();
        var many = rest.Where(parameter => !PatternParameters.IsProgress(parameter)).ToArray();
        return many.Length == 1
            && rest.Length - many.Length <= 1
            && PatternParameters.ElementOfMany(many[0].Type) is { } element
            && (kind == PatternKind.PutMany
                ? SymbolEqualityComparer.Default.Equals(element, declaration.Entity)
                : ItemView.IsPrimaryKey(element, declaration.Entity, declaration.Model))
            ? many[0]
            : null;
    }
}
