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
            .Where(constructor => constructor.Parameters.All(parameter => PropertyOf(parameter, properties) is not null))
            .OrderByDescending(constructor => constructor.Parameters.Length)
            .ToArray();
        var empty = candidates.FirstOrDefault(constructor => constructor.Parameters.IsEmpty);
        return empty is null || (empty.IsImplicitlyDeclared && type.IsValueType) ? candidates.FirstOrDefault() : empty;
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
