using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Writes;

/// <summary>Reads a method that writes one item.</summary>
internal sealed class WritePatternParser(PatternDeclaration declaration)
{
    public PatternModel? Parse(WriteVerb verb, PatternReturn result)
    {
        var creates = verb == WriteVerb.Upsert && declaration.Method.Has(DeclarationAttributes.Update);
        if (!creates && verb.TakesEntity() && declaration.EntityParameter is null)
        {
            return declaration.Misshapen($"a {verb} takes the {declaration.Entity.Name} that it writes");
        }

        if (verb == WriteVerb.Update && declaration.Method.Parameters.FirstOrDefault(parameter => IsOfMany(parameter.Type)) is { } many)
        {
            return declaration.Misshapen($"[Update] updates one item, and not those of '{many.Name}'");
        }

        WriteResult? yields = (result.Kind, verb) switch
        {
            (PatternReturnKind.WriteAction, _) => WriteResult.Action,
            (_, WriteVerb.Check) => null,
            (PatternReturnKind.Nothing, _) => WriteResult.Nothing,
            (PatternReturnKind.Success, _) => WriteResult.Succeeded,
            (PatternReturnKind.Outcome, _) => WriteResult.Outcome,
            (PatternReturnKind.Entity, not WriteVerb.Delete) => WriteResult.Written,
            (PatternReturnKind.One, _) => WriteResult.Replaced,
            _ => null,
        };
        if (yields is null || result.View is { Kind: not (ItemViewKind.Entity or ItemViewKind.Projection) })
        {
            return declaration.Misshapen(verb == WriteVerb.Check
                ? "a check is for transactions; return WriteAction"
                : $"a {verb} yields nothing, whether it succeeded (bool), what became of it (WriteOutcome), "
                    + $"the {declaration.Entity.Name} as it is afterwards, or the {declaration.Entity.Name}? that was there before");
        }

        if (yields == WriteResult.Written && !creates && verb != WriteVerb.Update && result.View is { Kind: ItemViewKind.Projection, Type.Name: var part })
        {
            return declaration.Misshapen($"a {verb} writes the {declaration.Entity.Name} that its caller has; "
                + $"return that, or the {part}? of what was there before");
        }

        if (declaration.Method.Has(DeclarationAttributes.Idempotent) && Obstacle(verb, yields.Value) is { } reason)
        {
            return declaration.Misshapen(reason);
        }

        var isTombstone = Tombstones.Has(declaration.Method);
        if (isTombstone && Tombstones.Obstacle(declaration.Model) is { } hindrance)
        {
            return declaration.Misshapen(hindrance);
        }

        if (UniqueWriteParser.Obstacle(verb, declaration.Method, declaration.Model, declaration.EntityParameter, yields.Value) is { } obstacle)
        {
            return declaration.Misshapen(obstacle);
        }

        return Write(creates || isTombstone ? WriteVerb.Update : verb, creates, result, yields.Value);
    }

    private bool IsOfMany(ITypeSymbol type) => PatternParameters.ElementOfMany(type) is { } element
        && ItemView.Of(element, declaration.Entity, declaration.Model) is { Kind: ItemViewKind.Entity or ItemViewKind.PrimaryKey };

    /// <summary>Why a write cannot be a transaction of its own, as the end of a sentence; null where it can.</summary>
    private static string? Obstacle(WriteVerb verb, WriteResult result) =>
        result == WriteResult.Action ? "an action is part of its caller's transaction, which has a token; leave [Idempotent] out"
        : result == WriteResult.Replaced || (result == WriteResult.Written && verb == WriteVerb.Update)
            ? "[Idempotent] makes it a transaction, which returns no item; return nothing, or whether it succeeded (bool)"
        : null;

    private VersionedWrite Versions(WriteVerb verb)
    {
        var model = declaration.Model;
        return new VersionedWrite(
            model.Version, verb != WriteVerb.Update || model.Version == 1 ? [] : new EquatableArray<string>(model.VersionedAttributes))
        {
            WriteAs = model.Written?.Version,
        };
    }

    /// <summary>What the item becomes that the write yields; false with a problem.</summary>
    private bool TryForm(ItemView? view, out ItemForm form)
    {
        form = ItemForm.Entity;
        if (view is not { Kind: ItemViewKind.Projection })
        {
            return true;
        }

        if (declaration.Projection(view) is not { } projection)
        {
            return false;
        }

        form = new ProjectionForm(projection.Type.FullName, projection.ReaderStruct, new EquatableArray<string>(projection.Attributes));
        return true;
    }

    private PatternModel? Write(WriteVerb verb, bool creates, PatternReturn result, WriteResult yields)
    {
        if (!TryForm(result.View, out var form))
        {
            return null;
        }

        var entity = declaration.EntityParameter;
        var model = verb == WriteVerb.Update ? declaration.Model.AsWritten : declaration.Model;
        var parser = new WriteParser(declaration.Method, verb, creates, model, entity, yields);
        ParsedWrite write;
        try
        {
            write = parser.Parse();
        }
        catch (ExpressionException problem)
        {
            return declaration.Wrong(problem);
        }

        var isIdempotent = declaration.Method.Has(DeclarationAttributes.Idempotent);
        if (isIdempotent && write.Unique is not null)
        {
            return declaration.Misshapen("it is a transaction with a token wherever a unique value changes; leave [Idempotent] out");
        }

        var primary = declaration.Model.Keys[0];
        var key = entity is null ? declaration.Condition(primary, KeyNeed.Whole, parser.KeyParameters) : KeyBinder.FromEntity(primary, entity.Name);
        if (entity is not null && parser.KeyParameters.FirstOrDefault(parameter => !SymbolEqualityComparer.Default.Equals(parameter, entity)) is { } idle)
        {
            return declaration.Misshapen($"nothing takes the parameter '{idle.Name}' beside the {declaration.Entity.Name}");
        }

        var signature = declaration
            .Signature(result, parameter => SymbolEqualityComparer.Default.Equals(parameter, entity) ? ParameterRole.Entity : ParameterRole.Value);
        return key is null ? null : new WritePattern(signature, verb.Kind(), yields, key, write.Expressions, write.WhenNew, write.Unique,
            write.DemandsVersion ? Versions(verb) : null)
        {
            Form = form,
            Creates = creates,
            Demands = write.Demands,
            AcceptsAbsence = write.AcceptsAbsence && yields is (WriteResult.Nothing or WriteResult.Replaced),
            IsMarked = write.IsMarked,
            IsRepeatable = write.IsRepeatable,
            IsIdempotent = isIdempotent,
        };
    }
}
