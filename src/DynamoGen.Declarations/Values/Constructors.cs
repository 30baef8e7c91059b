using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>Chooses the constructor that generated code calls.</summary>
internal static class Constructors
{
    /// <summary>
    /// A constructor without parameters if there is one within reach; otherwise the longest whose parameters are all named and typed as properties.
    /// </summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type, IReadOnlyList<IPropertySymbol> properties, INamedTypeSymbol entity)
    {
        var candidates = type.InstanceConstructors
            .Where(constructor => Accessors.CanReach(constructor, entity))
            .Where(constructor => constructor.Parameters.All(parameter =>
                PropertyOf(parameter, properties) is not null || (parameter.HasExplicitDefaultValue && Ignored(parameter, properties) is not null)))
            .OrderByDescending(constructor => constructor.Parameters.Length)
            .ToArray();
        var empty = candidates.FirstOrDefault(constructor => constructor.Parameters.IsEmpty);
        return empty is null || (empty.IsImplicitlyDeclared && type.IsValueType) ? candidates.FirstOrDefault() : empty;
    }

    /// <summary>The arguments of what is stored. A parameter whose property is ignored gets its own default, and those behind it their names.</summary>
    public static IEnumerable<ConstructorArgument> Arguments(IMethodSymbol constructor, IReadOnlyList<IPropertySymbol> properties)
    {
        var isComplete = true;
        foreach (var parameter in constructor.Parameters)
        {
            if (PropertyOf(parameter, properties) is { } property)
            {
                yield return new ConstructorArgument(property.Name, isComplete ? null : parameter.Name);
            }
            else
            {
                isComplete = false;
            }
        }
    }

    /// <summary>Why no constructor was chosen, as the end of a sentence.</summary>
    public static string Obstacle(INamedTypeSymbol type, IReadOnlyList<IPropertySymbol> properties, INamedTypeSymbol entity)
    {
        var reachable = type.InstanceConstructors.Where(constructor => Accessors.CanReach(constructor, entity)).ToArray();
        var ignored = reachable
            .Where(constructor => constructor.Parameters.All(
                parameter => PropertyOf(parameter, properties) is not null || Ignored(parameter, properties) is not null))
            .SelectMany(constructor => constructor.Parameters).FirstOrDefault(parameter => Ignored(parameter, properties) is not null);
        var doubtful = reachable.SelectMany(constructor => constructor.Parameters)
            .FirstOrDefault(parameter => Match(parameter, properties) is null && Alike(parameter, properties).Any());
        return doubtful is not null
            ? $"its constructor's parameter '{doubtful.Name}' is told from others by case alone; name each parameter exactly as its property"
            : ignored is null
            ? "no accessible constructor has only parameters that are named and typed as its properties"
            : $"its constructor takes '{ignored.Name}', whose property is marked with [Ignore]; give the parameter a default value, which the constructor then "
                + "gets, or store the property";
    }

    /// <summary>The stored property that a parameter sets, or null.</summary>
    public static IPropertySymbol? PropertyOf(IParameterSymbol parameter, IReadOnlyList<IPropertySymbol> properties) =>
        Match(parameter, properties) is { } property && properties.Contains(property, SymbolEqualityComparer.Default) ? property : null;

    /// <summary>The parameter that sets a stored property, or null.</summary>
    public static IParameterSymbol? ParameterOf(IPropertySymbol property, IMethodSymbol constructor, IReadOnlyList<IPropertySymbol> properties) =>
        constructor.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(PropertyOf(parameter, properties), property));

    /// <summary>The property that a parameter sets and that is not stored, or null.</summary>
    private static IPropertySymbol? Ignored(IParameterSymbol parameter, IReadOnlyList<IPropertySymbol> properties) =>
        Match(parameter, properties) is { } property && property.Has(DeclarationAttributes.Ignore) ? property : null;

    /// <summary>
    /// The property that a parameter sets: the one of exactly its name, or else the only one whose name differs in case alone and that no other
    /// parameter can set. A doubt is no match.
    /// </summary>
    private static IPropertySymbol? Match(IParameterSymbol parameter, IReadOnlyList<IPropertySymbol> properties)
    {
        var alike = Alike(parameter, properties).ToArray();
        if (parameter.RefKind is not (RefKind.None or RefKind.In) || alike.Length == 0)
        {
            return null;
        }

        var exact = alike.FirstOrDefault(property => property.Name == parameter.Name);
        var isAlone = alike.Select(property => property.Name).Distinct().Count() == 1
            && ((IMethodSymbol)parameter.ContainingSymbol).Parameters.Count(other => IsAlike(other, alike[0])) == 1;
        var match = exact ?? (isAlone ? alike[0] : null);
        return match is not null && SymbolEqualityComparer.Default.Equals(parameter.Type, match.Type) ? match : null;
    }

    /// <summary>The properties, stored or ignored, that the language's habit of names would let a parameter set.</summary>
    private static IEnumerable<IPropertySymbol> Alike(IParameterSymbol parameter, IReadOnlyList<IPropertySymbol> properties)
    {
        foreach (var property in properties.Where(property => IsAlike(parameter, property)))
        {
            yield return property;
        }

        for (INamedTypeSymbol? current = parameter.ContainingType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (IsAlike(parameter, property) && property.Has(DeclarationAttributes.Ignore))
                {
                    yield return property;
                }
            }
        }
    }

    private static bool IsAlike(IParameterSymbol parameter, IPropertySymbol property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nothing is left to set once the constructor has run.</summary>
    public static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.Has("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute");
}
