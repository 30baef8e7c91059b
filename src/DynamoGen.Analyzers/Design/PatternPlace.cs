using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>Finds the method that declares an access pattern.</summary>
internal static class PatternPlace
{
    /// <summary>Where it stands; the repository's place for a method that is inherited from another assembly.</summary>
    public static Location? Of(INamedTypeSymbol repository, PatternModel pattern) =>
        Method(repository, pattern)?.Locations.FirstOrDefault(location => location.IsInSource) ?? repository.Locations.FirstOrDefault();

    /// <summary>The method; null where it has no source here that is like it.</summary>
    public static IMethodSymbol? Method(INamedTypeSymbol repository, PatternModel pattern)
    {
        var methods = repository.GetMembers().Concat(repository.AllInterfaces.SelectMany(inherited => inherited.GetMembers()))
            .OfType<IMethodSymbol>().Where(method => Is(method, pattern)).ToArray();
        return methods.FirstOrDefault(candidate => candidate.Parameters.Select(parameter => parameter.Type.FullName())
            .SequenceEqual(pattern.Signature.Parameters.Select(parameter => parameter.TypeName)))
            ?? methods.FirstOrDefault();
    }

    private static bool Is(IMethodSymbol method, PatternModel pattern) =>
        method.Name == pattern.Name
        && method.Parameters.Select(parameter => parameter.Name).SequenceEqual(pattern.Signature.Parameters.Select(parameter => parameter.Name));
}
