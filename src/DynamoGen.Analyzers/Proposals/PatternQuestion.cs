using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>What the parameters of an access pattern ask for, whatever keys there are.</summary>
internal sealed class PatternQuestion
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The sides of a range.</summary>
    public static IReadOnlyList<BoundSide> Sides { get; } = [BoundSide.From, BoundSide.To, BoundSide.After, BoundSide.Before];

    private readonly INamedTypeSymbol _entity;
    private readonly EntityModel _model;

    private PatternQuestion(INamedTypeSymbol entity, EntityModel model) => (_entity, _model) = (entity, model);

    /// <summary>The properties whose values are given, in the order of the parameters.</summary>
    public List<AskedValue> Values { get; } = [];

    /// <summary>The property whose value may be left open, or null.</summary>
    public AskedValue? Optional { get; private set; }

    /// <summary>The property that is bounded, or of which a beginning is given; or null.</summary>
    public AskedValue? Range { get; private set; }

    /// <summary>The question, or null where a parameter is none of the entity's.</summary>
    public static PatternQuestion? Of(IMethodSymbol method, INamedTypeSymbol entity, EntityModel model)
    {
        var question = new PatternQuestion(entity, model);
        var expressions = string.Concat(new[] { DeclarationAttributes.Filter, DeclarationAttributes.Condition, DeclarationAttributes.Update }
            .Select(name => method.Attribute(name)?.Text(0)));
        return method.Parameters.Where(parameter => !IsOfCall(parameter) && !IsNamedIn(expressions, parameter)).All(question.Take)
            && question is { Values.Count: > 0 } and ({ Optional: null } or { Range: null })
                ? question
                : null;
    }

    /// <summary>Whether an expression takes the parameter, or a part of it.</summary>
    private static bool IsNamedIn(string expressions, IParameterSymbol parameter) =>
        expressions.Contains($"{{{parameter.Name}}}") || expressions.Contains($"{{{parameter.Name}.");

    /// <summary>What is of the call and not of the items.</summary>
    private static bool IsOfCall(IParameterSymbol parameter) =>
        PatternParameters.IsCancellation(parameter) || PatternParameters.IsLimit(parameter) || PatternParameters.IsCursor(parameter)
        || PatternParameters.IsDescending(parameter) || PatternParameters.IsFilter(parameter);

    private bool Take(IParameterSymbol parameter)
    {
        if (Valued(parameter) is { } value)
        {
            if (!PatternParameters.IsNullable(parameter))
            {
                Values.Add(value);
                return true;
            }

            var isFirst = Optional is null;
            Optional = value;
            return isFirst;
        }

        if (Ranged(parameter) is not { } ranged || (Range is { } other && !SymbolEqualityComparer.Default.Equals(other.Property, ranged)))
        {
            return false;
        }

        Range = new AskedValue(ranged);
        return true;
    }

    /// <summary>The property of which the parameter gives one value or several, or null.</summary>
    private AskedValue? Valued(IParameterSymbol parameter)
    {
        foreach (var property in EntityProperties.Of(_entity))
        {
            if (PatternParameters.Giving([parameter], property.Name, _model.HasNameLike) is not null && FormatFor(parameter, property) is { } format)
            {
                return new AskedValue(property, format.Length == 0 ? null : format);
            }

            if (PartitionValues.Giving(new KeyPart(KeyPartKind.Text, property.Name), _model.Keys[0], [parameter], _model.HasNameLike) is not null)
            {
                return new AskedValue(property);
            }
        }

        return null;
    }

    /// <summary>The format in which a value of the parameter's type can be compared with the property's; empty for its own, null for none.</summary>
    private static string? FormatFor(IParameterSymbol parameter, IPropertySymbol property)
    {
        var (given, own) = (PatternParameters.Bare(parameter.Type), PatternParameters.Bare(property.Type));
        return given.PlainName() == own.PlainName() ? string.Empty
            : ScalarTypes.KindOf(given) == ScalarKind.DateOnly && IsInstant(own) ? Day
            : null;
    }

    /// <summary>The property that the parameter bounds or of which it is the beginning, or null.</summary>
    private IPropertySymbol? Ranged(IParameterSymbol parameter)
    {
        var isText = PatternParameters.Bare(parameter.Type).SpecialType == SpecialType.System_String;
        var fitting = EntityProperties.Of(_entity).Where(property => FormatFor(parameter, property) is not null).ToArray();
        return fitting.FirstOrDefault(property => IsNamedFor(parameter, property, isText))
            ?? (IsAnyBound(parameter, isText) ? TheOne(fitting) : null);
    }

    private bool IsNamedFor(IParameterSymbol parameter, IPropertySymbol property, bool isText) =>
        Sides.Any(side => PatternParameters.GivesNamedBound(parameter, side, property.Name, _model.HasNameLike))
        || (isText && !IsAnyBound(parameter, isText: true) && PatternParameters.GivesBeginning(parameter, property.Name, _model.HasNameLike));

    private static bool IsAnyBound(IParameterSymbol parameter, bool isText) => isText
        ? string.Equals(parameter.Name, "prefix", StringComparison.OrdinalIgnoreCase)
        : Sides.Any(side => string.Equals(parameter.Name, side.ToString(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The only property of the type; of several, the only one by which the entity's items are sorted already.</summary>
    private IPropertySymbol? TheOne(IPropertySymbol[] fitting)
    {
        var free = fitting.Where(property => Values.All(value => !SymbolEqualityComparer.Default.Equals(value.Property, property))).ToArray();
        var sorting = free.Where(property => _model.Keys.Any(key => key.SortAttributes.SelectMany(sort => sort.Parts)
            .FirstOrDefault(part => part.IsPlaceholder)?.Text == property.Name)).ToArray();
        return free.Length == 1 ? free[0] : sorting.Length == 1 ? sorting[0] : null;
    }

    /// <summary>Whether a type is a moment in time.</summary>
    public static bool IsInstant(ITypeSymbol type) =>
        ScalarTypes.KindOf(PatternParameters.Bare(type)) is ScalarKind.DateTime or ScalarKind.DateTimeOffset;
}
