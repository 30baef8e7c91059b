using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Uniqueness;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Writes;

/// <summary>
/// Reads what a write makes of the unique values of its item, and makes what the item has before a part of the condition: a marker is only released
/// where the item surely has its value, so that none stays behind.
/// </summary>
internal sealed class UniqueWriteParser(IMethodSymbol method, EntityModel model, IParameterSymbol? entity, ExpressionScope scope, Condition? own)
{
    /// <summary>The parameter of the state of the item that a Replace replaces.</summary>
    private readonly IParameterSymbol? _before = Before(method, entity);

    /// <summary>The conditions to be met by the stored item.</summary>
    public List<Condition> Conditions { get; } = [];

    /// <summary>The parameters that were taken.</summary>
    public HashSet<string> TakenParameters { get; } = [];

    /// <summary>The parameter of the state of the item that a write of a whole entity replaces, or null.</summary>
    public static IParameterSymbol? Before(IMethodSymbol method, IParameterSymbol? entity) => entity is null
        ? null
        : method.Parameters.FirstOrDefault(parameter => PatternParameters.IsBefore(parameter)
            && !SymbolEqualityComparer.Default.Equals(parameter, entity)
            && SymbolEqualityComparer.Default.Equals(parameter.Type, entity.Type));

    /// <summary>Why a write of such an entity cannot be, as the end of a sentence; null where it can.</summary>
    public static string? Obstacle(WriteVerb verb, IMethodSymbol method, EntityModel model, IParameterSymbol? entity, WriteResult result)
    {
        if (model.Uniqueness is null || verb == WriteVerb.Check)
        {
            return null;
        }

        return verb switch
        {
            WriteVerb.Put or WriteVerb.Upsert =>
                $"a {verb} does not know which unique values the stored item has; Create it, or Replace it with its state 'before'",
            WriteVerb.Replace when Before(method, entity) is null =>
                $"the unique values that the stored item has must be known; take '{model.Type.Name} before' too",
            WriteVerb.Delete when entity is null => $"the unique values of the item must be known to be given up; take the {model.Type.Name}",
            WriteVerb.Create or WriteVerb.Replace or WriteVerb.Delete when result == WriteResult.Replaced =>
                "it is a transaction with the markers of its unique values, which returns nothing",
            _ => null,
        };
    }

    /// <summary>What a write of a whole entity makes of its unique values; null where it has none.</summary>
    public UniqueWriteModel? Whole(WriteVerb verb)
    {
        if (model.Uniqueness is null || entity is null)
        {
            return null;
        }

        var known = verb switch
        {
            WriteVerb.Replace => _before,
            WriteVerb.Delete => entity,
            _ => null,
        };
        if (known is not null)
        {
            TakenParameters.Add(known.Name);
            Demand(known.Name);
        }

        return new UniqueWriteModel(known?.Name, verb == WriteVerb.Delete ? null : entity.Name);
    }

    /// <summary>What an update makes of the item's unique values; null where it touches none.</summary>
    /// <exception cref="ExpressionException">A value is not known, before or after.</exception>
    public UniqueWriteModel? Partial(UpdateClauses clauses)
    {
        var touched = model.Uniqueness?.Constraints.Where(constraint => constraint.Properties.Any(part => clauses.Touched.ContainsKey(part.Text))).ToArray()
            ?? [];
        if (model.Uniqueness is not null
            && model.Lifecycle.TimeToLive is { } timeToLive
            && (touched.Length > 0 || clauses.Touched.ContainsKey(timeToLive.Property)))
        {
            throw new ExpressionException($"updates what the markers of unique values share with the item, its '{timeToLive.Property}' or a value; Replace it");
        }

        return touched.Length == 0
            ? null
            : new UniqueWriteModel(null, null, new EquatableArray<UniqueUpdateModel>(touched.Select(constraint => Update(constraint, clauses))));
    }

    /// <summary>What is read, and so known, must still be what is stored.</summary>
    private void Demand(string known)
    {
        foreach (var part in model.Uniqueness!.Constraints.SelectMany(constraint => constraint.Properties)
            .GroupBy(part => part.Text).Select(same => same.First()).Where(IsNoKey))
        {
            var (member, source) = (scope.Member(part.Text), new PropertySource(known, part.Text));
            Conditions.Add(part.IsNullable ? TypedValues.AreSame(member, source) : TypedValues.AreEqual(member, source));
        }
    }

    private UniqueUpdateModel Update(UniqueModel constraint, UpdateClauses clauses)
    {
        var (before, after) = (new List<ValueSource>(), new List<ValueSource>());
        var (isNew, isRemoved) = (false, false);
        foreach (var part in constraint.Properties)
        {
            if (!clauses.Touched.TryGetValue(part.Text, out var touched))
            {
                var known = Known(part);
                before.Add(known);
                after.Add(known);
                continue;
            }

            isRemoved |= touched.IsRemoved;
            if (!touched.IsRemoved)
            {
                after.Add(touched.Value
                    ?? throw new ExpressionException($"updates '{part.Text}', which is unique, without saying its new value; set it from a parameter"));
            }

            if (IsAbsentBefore(part))
            {
                isNew = true;
            }
            else
            {
                before.Add(ValueBefore(part));
            }
        }

        return new UniqueUpdateModel(constraint, new EquatableArray<ValueSource>(isNew ? [] : before), new EquatableArray<ValueSource>(isRemoved ? [] : after));
    }

    /// <summary>A part that stays as it is: of the primary key, which never changes, or given by a parameter, which becomes a condition.</summary>
    private ParameterSource Known(KeyPart part)
    {
        if (part.ComputedFrom.Count > 0)
        {
            throw new ExpressionException($"changes a unique value of which '{part.Text}' is a part that is computed; Replace the item");
        }

        var parameter = PatternParameters.Giving(method.Parameters, part.Text, model.HasNameLike)
            ?? throw new ExpressionException($"changes a unique value of which '{part.Text}' is a part too; take it as a parameter");
        if (PatternParameters.IsNullable(parameter) || parameter.Type.PlainName() != part.TypeName)
        {
            throw new ExpressionException($"needs '{parameter.Name}' as {TypeNames.Readable(part.TypeName)}");
        }

        var source = new ParameterSource(parameter.Name);
        if (IsNoKey(part) && TakenParameters.Add(parameter.Name))
        {
            Conditions.Add(TypedValues.AreEqual(scope.Member(part.Text), source));
        }

        return source;
    }

    private ValueSource ValueBefore(KeyPart part)
    {
        var parameter = PatternParameters.GivingBefore(method.Parameters, part.Text, model.HasNameLike)
            ?? throw new ExpressionException(
                $"changes '{part.Text}', which is unique, without knowing what it was; take a parameter "
                    + $"'{Identifiers.Camel(part.Text)}Before'{(part.IsNullable ? $", or demand attribute_not_exists({part.Text})" : string.Empty)}");
        if (PatternParameters.IsNullable(parameter) || parameter.Type.PlainName() != part.TypeName)
        {
            throw new ExpressionException($"needs '{parameter.Name}' as {TypeNames.Readable(part.TypeName)}");
        }

        var source = new ParameterSource(scope.Parameter(parameter.Name).Name);
        TakenParameters.Add(parameter.Name);
        Conditions.Add(TypedValues.AreEqual(scope.Member(part.Text), source));
        return source;
    }

    /// <summary>Whether the method itself demands that the value is missing.</summary>
    private bool IsAbsentBefore(KeyPart part)
    {
        var absent = new Existence(ItemPath.Of(scope.Member(part.Text).Attribute), IsThere: false);
        return own?.Conjuncts.Contains(absent) == true;
    }

    private bool IsNoKey(KeyPart part) => model.Keys[0].Parts.All(own => own.Text != part.Text);
}
