using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patterns;

/// <summary>One method of a repository, with what every kind of access pattern needs to read it.</summary>
/// <param name="method">The method.</param>
/// <param name="entity">The entity.</param>
/// <param name="model">The entity's model.</param>
/// <param name="place">Where problems with the whole method are reported.</param>
/// <param name="problems">Takes them.</param>
internal sealed class PatternDeclaration(IMethodSymbol method, INamedTypeSymbol entity, EntityModel model, Location? place, DeclarationProblems problems)
{
    public IMethodSymbol Method => method;

    public INamedTypeSymbol Entity => entity;

    public EntityModel Model => model;

    public Location? Place => place;

    public DeclarationProblems Problems => problems;

    /// <summary>The index that the method names, or null.</summary>
    public string? Index => method.Attribute(DeclarationAttributes.Index)?.Text(0);

    /// <summary>The variable of the time of a call, which no parameter is named as.</summary>
    public string Clock { get; } = PatternParameters.Clock(method);

    /// <summary>The parameter that holds a whole entity, or null.</summary>
    public IParameterSymbol? EntityParameter { get; } = method.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, entity) && !PatternParameters.IsBefore(parameter));

    /// <summary>A C# condition on <c>{0}</c>, an entity that was found, by which it counts as gone; null where none does.</summary>
    public string? Expiry()
    {
        if (method.Has(DeclarationAttributes.IncludeExpired) || model.Lifecycle.TimeToLive is not { } timeToLive)
        {
            return null;
        }

        return $"{{0}}.{timeToLive.Property} <= {Clock}{(timeToLive.Value.TypeName == "global::System.DateTime" ? ".UtcDateTime" : string.Empty)}";
    }

    /// <summary>The key that the parameters give, or null with a problem.</summary>
    public KeyConditionModel? Condition(KeyModel key, KeyNeed need, IReadOnlyList<IParameterSymbol> parameters)
    {
        var binder = new KeyBinder(key, parameters);
        if (binder.Bind(need) is { } condition)
        {
            return condition;
        }

        var other = model.Keys.Where(candidate => candidate.Index is not null && candidate.Index != key.Index)
            .FirstOrDefault(candidate => need != KeyNeed.Whole && new KeyBinder(candidate, parameters).Bind(KeyNeed.Partition) is not null);
        var hint = other is null ? string.Empty : $"; index '{other.Index}' answers it: add [Index(\"{other.Index}\")]";
        problems.Add(DeclarationRule.UnservedPattern, binder.Culprit?.Locations.FirstOrDefault() ?? place, method.Name, binder.Reason + hint);
        return null;
    }

    /// <summary>The model of the access pattern, as far as every kind has it.</summary>
    public AccessPatternModel Pattern(
        AccessPatternKind kind,
        PatternReturn result,
        KeyConditionModel? condition,
        bool takesEntity = false,
        ItemCollectionModel? collection = null) =>
        new(
            TypeNames.Escaped(method.Name),
            method.Name,
            method.ContainingType.FullName(),
            kind,
            result.TypeName,
            result.IsTask,
            new EquatableArray<ParameterModel>(method.Parameters.Select(parameter => new ParameterModel(TypeNames.Escaped(parameter.Name), parameter.Type.FullName())).ToArray()),
            condition?.Key.Index,
            condition,
            method.Has(DeclarationAttributes.Descending),
            method.Has(DeclarationAttributes.ConsistentRead),
            Named(method.Parameters.FirstOrDefault(PatternParameters.IsLimit)),
            Named(method.Parameters.FirstOrDefault(PatternParameters.IsCancellation)),
            takesEntity ? Named(EntityParameter) : null,
            collection);

    /// <summary>Reports that an expression does not fit.</summary>
    public AccessPatternModel? Wrong(ExpressionException problem)
    {
        var attribute = new[] { DeclarationAttributes.Update, DeclarationAttributes.Condition, DeclarationAttributes.Filter }.Select(method.Attribute).FirstOrDefault(attribute => attribute is not null);
        problems.Add(DeclarationRule.Expression, attribute?.Place(0) ?? place, method.Name, problem.Message);
        return null;
    }

    /// <summary>Reports that the method is no access pattern.</summary>
    public AccessPatternModel? Misshapen(string reason)
    {
        problems.Add(DeclarationRule.PatternShape, place, method.Name, reason);
        return null;
    }

    /// <summary>A parameter's name as C# writes it.</summary>
    public static string? Named(IParameterSymbol? parameter) => parameter is null ? null : TypeNames.Escaped(parameter.Name);
}
