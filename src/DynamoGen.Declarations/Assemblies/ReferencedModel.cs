using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Assemblies;

/// <summary>
/// Reads what the generator wrote beside a declaration when its assembly was built. Symbols of an assembly have neither private members nor initial
/// values, so that a declaration is never read from them again.
/// </summary>
internal static class ReferencedModel
{
    /// <summary>Whether a type stands in an assembly, and not in source.</summary>
    public static bool IsReferenced(INamedTypeSymbol type) => !type.Locations.Any(place => place.IsInSource);

    /// <summary>The model, or null with a problem.</summary>
    public static TModel? Read<TModel>(INamedTypeSymbol type, DeclarationProblems problems)
        where TModel : class
    {
        var generated = type.GetTypeMembers().Where(TypeIdentities.IsGenerated).ToArray();
        var attribute = generated.Select(member => member.Attribute(DeclarationAttributes.DeclaredModel)).FirstOrDefault(found => found is not null);
        if (attribute?.Text(0) == ModelFormat<TModel>.Name && attribute.Text(1) is { } text)
        {
            return ModelReader.Read<TModel>(text);
        }

        problems.Add(DeclarationRule.TableOrIndex, null, type.Name, generated.Length == 0
            ? NothingGenerated(type)
            : $"'{type.Name}' was generated in '{type.ContainingAssembly.Name}' by another version of DynamoGen; let both projects reference the same one");
        return null;
    }

    /// <summary>What to say of a type that no generator has seen.</summary>
    public static string NothingGenerated(INamedTypeSymbol type) =>
        $"nothing was generated for '{type.Name}' in '{type.ContainingAssembly.Name}'; reference the package DynamoGen in that project too, and build it";
}
