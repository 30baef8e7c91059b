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
                PropertyOf(parameter, properties) is not null || (parameter.HasExplicitDefaultValue && Ignored(parameter, type) is not null)))
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
        var ignored = type.InstanceConstructors.Where(constructor => Accessors.CanReach(constructor, entity))
            .Where(constructor => constructor.Parameters.All(
                parameter => PropertyOf(parameter, properties) is not null || Ignored(parameter, type) is not null))
            .SelectMany(constructor => constructor.Parameters).FirstOrDefault(parameter => Ignored(parameter, type) is not null);
        return ignored is null
            ? "no accessible constructor has only parameters that are named and typed as its properties"
            : $"its constructor takes '{ignored.Name}', whose property is marked with [Ignore]; give the parameter a default value, which the constructor then "
                + "gets, or store the property";
    }

    /// <summary>The property that a parameter sets and that is not stored, or null.</summary>
    private static IPropertySymbol? Ignored(IParameterSymbol parameter, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.GetMembers().OfType<IPropertySymbol>()
                .FirstOrDefault(property => property.Has(DeclarationAttributes.Ignore) && Matches(parameter, property)) is { } ignored)
            {
                return ignored;
            }
        }

        return null;
    }

    public static IPropertySymbol? PropertyOf(IParameterSymbol parameter, IEnumerable<IPropertySymbol> properties) =>
        properties.FirstOrDefault(property => Matches(parameter, property));

    /// <summary>Whether nothing is left to set once the constructor has run.</summary>
    public static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.Has("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute");

    public static bool Matches(IParameterSymbol parameter, IPropertySymbol property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)
        && parameter.RefKind is RefKind.None or RefKind.In
        && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type);
}
