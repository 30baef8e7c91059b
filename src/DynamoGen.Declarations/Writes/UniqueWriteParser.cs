using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Uniqueness;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Writes;

/// <summary>
/// Reads what a write makes of the unique values of its item, and makes what the item has before a part of the condition: a marker is only released where the item surely has its value, so that none stays
/// behind.
/// </summary>
internal sealed class UniqueWriteParser(IMethodSymbol method, EntityModel model, IParameterSymbol? entity, ExpressionScope scope)
{
    /// <summary>The parameter of the state of the item that a Replace replaces.</summary>
    private readonly IParameterSymbol? _before = Before(method, entity);

    /// <summary>The conditions to be met by the stored item.</summary>
    public List<string> Conditions { get; } = [];

    /// <summary>The parameters that were taken.</summary>
    public HashSet<string> TakenParameters { get; } = [];

    /// <summary>The parameter of the state of the item that a write of a whole entity replaces, or null.</summary>
    public static IParameterSymbol? Before(IMethodSymbol method, IParameterSymbol? entity) => entity is null
        ? null
        : method.Parameters.FirstOrDefault(parameter => PatternParameters.IsBefore(parameter) && SymbolEqualityComparer.Default.Equals(parameter.Type, entity.Type));

    /// <summary>Why a write of such an entity cannot be, as the end of a sentence; null where it can.</summary>
    public static string? Obstacle(string verb, IMethodSymbol method, EntityModel model, IParameterSymbol? entity, WriteResult result)
    {
        if (model.Uniqueness is null || verb == "Check")
        {
            return null;
        }

        return verb switch
        {
            "Put" or "Upsert" => $"a {verb} does not know which unique values the stored item has; Create it, or Replace it with its state 'before'",
            "Replace" when Before(method, entity) is null => $"the unique values that the stored item has must be known; take '{model.Type.Name} before' too",
            "Delete" when entity is null => $"the unique values of the item must be known to be given up; take the {model.Type.Name}",
            "Create" or "Replace" or "Delete" when result == WriteResult.Replaced => "it is a transaction with the markers of its unique values, which returns nothing",
            _ => null,
        };
    }

    /// <summary>What a write of a whole entity makes of its unique values; null where it has none.</summary>
    public UniqueWriteModel? Whole(string verb)
    {
        if (model.Uniqueness is null || entity is null)
        {
            return null;
        }

        var known = verb switch
        {
            "Replace" => _before,
            "Delete" => entity,
            _ => null,
        };
        if (known is not null)
        {
            TakenParameters.Add(known.Name);
            Demand(TypeNames.Escaped(known.Name));
        }

        return new UniqueWriteModel(known is null ? null : TypeNames.Escaped(known.Name), verb == "Delete" ? null : TypeNames.Escaped(entity.Name));
    }

    /// <summary>What an update makes of the item's unique values; null where it touches none.</summary>
    /// <exception cref="ExpressionException">A value is not known, before or after.</exception>
    public UniqueWriteModel? Partial(UpdateClauses clauses)
    {
        var touched = model.Uniqueness?.Constraints.Where(constraint => constraint.Properties.Any(part => clauses.Touched.ContainsKey(part.Text))).ToArray() ?? [];
        if (model.Uniqueness is not null && model.Lifecycle.TimeToLive is { } timeToLive && (touched.Length > 0 || clauses.Touched.ContainsKey(timeToLive.Property)))
        {
            throw new ExpressionException($"updates what the markers of unique values share with the item, its '{timeToLive.Property}' or a value; Replace it");
        }

        return touched.Length == 0 ? null : new UniqueWriteModel(null, null, new EquatableArray<UniqueUpdateModel>(touched.Select(constraint => Update(constraint, clauses))));
    }

    /// <summary>What is read, and so known, must still be what is stored.</summary>
    private void Demand(string known)
    {
        foreach (var part in model.Uniqueness!.Constraints.SelectMany(constraint => constraint.Properties).GroupBy(part => part.Text).Select(same => same.First()).Where(IsNoKey))
        {
            if (part.IsNullable && model.Lifecycle.Lock is null)
            {
                throw new ExpressionException($"must know whether the stored item has the unique value '{part.Text.TrimStart('@')}', which may be missing; add an [OptimisticLock] to '{model.Type.Name}'");
            }

            if (!part.IsNullable)
            {
                var member = scope.Member(part.Text.TrimStart('@'));
                Conditions.Add($"{scope.Name(member.Attribute)} = {scope.Value(new ExpressionValue(member.Value, $"{known}.{part.Text}"))}");
            }
        }
    }

    private UniqueUpdateModel Update(UniqueModel constraint, UpdateClauses clauses)
    {
        var (before, after) = (new List<string>(), new List<string>());
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
            after.Add(touched.IsRemoved ? string.Empty : touched.Value ?? throw new ExpressionException($"updates '{part.Text.TrimStart('@')}', which is unique, without saying its new value; set it from a parameter"));
            if (IsAbsentBefore(part))
            {
                isNew = true;
            }
            else
            {
                before.Add(ValueBefore(part));
            }
        }

        return new UniqueUpdateModel(constraint, new EquatableArray<string>(isNew ? [] : before), new EquatableArray<string>(isRemoved ? [] : after));
    }

    /// <summary>The primary key's parts are known and never change; nothing else is.</summary>
    private string Known(KeyPart part) => !IsNoKey(part) && method.Parameters.FirstOrDefault(parameter => PatternParameters.GivesValue(parameter, part.Text)) is { } parameter
        ? TypeNames.Escaped(parameter.Name)
        : throw new ExpressionException($"changes a unique value of which '{part.Text.TrimStart('@')}' is a part too; Replace the item");

    private string ValueBefore(KeyPart part)
    {
        var parameter = method.Parameters.FirstOrDefault(parameter => PatternParameters.GivesBefore(parameter, part.Text))
            ?? throw new ExpressionException(
                $"changes '{part.Text.TrimStart('@')}', which is unique, without knowing what it was; take a parameter '{Identifiers.Camel(part.Text)}Before'{(part.IsNullable ? $", or demand attribute_not_exists({part.Text.TrimStart('@')})" : string.Empty)}");
        if (PatternParameters.IsNullable(parameter) || parameter.Type.PlainName() != part.TypeName)
        {
            throw new ExpressionException($"needs '{parameter.Name}' as {part.TypeName.Replace("global::", string.Empty)}");
        }

        var member = scope.Member(part.Text.TrimStart('@'));
        TakenParameters.Add(parameter.Name);
        Conditions.Add($"{scope.Name(member.Attribute)} = {new ParameterOperand(scope.Parameter(parameter.Name)).Text(scope, member.Value is NullableValue nullable ? nullable.Inner : member.Value)}");
        return TypeNames.Escaped(parameter.Name);
    }

    /// <summary>Whether the method itself demands that the value is missing: a part of its condition says so, and no other part can outweigh it.</summary>
    private bool IsAbsentBefore(KeyPart part)
    {
        var condition = method.Attribute(DeclarationAttributes.Condition)?.Text(0) ?? string.Empty;
        var words = condition.Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var demand = Array.IndexOf(words, "attribute_not_exists");
        return demand >= 0 && demand + 1 < words.Length && words[demand + 1] == part.Text.TrimStart('@') && !words.Any(word => word is "OR" or "NOT" or "or" or "not");
    }

    private bool IsNoKey(KeyPart part) => model.Keys[0].Parts.All(own => own.Text != part.Text);
}
