using DynamoGen.Analyzers.Libraries;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>The repositories of an entity that a compilation declares, with their access patterns.</summary>
internal static class EntityRepositories
{
    public static IEnumerable<INamedTypeSymbol> Of(INamedTypeSymbol entity, Compilation compilation) =>
        MappedTables.TypesIn(compilation.Assembly.GlobalNamespace).Where(type => type.TypeKind == TypeKind.Interface
            && SymbolEqualityComparer.Default.Equals(
                type.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault()?.OriginalDefinition, entity));

    /// <summary>The methods that the generator writes.</summary>
    public static IEnumerable<IMethodSymbol> PatternsOf(INamedTypeSymbol repository) =>
        repository.AllInterfaces.SelectMany(inherited => inherited.GetMembers()).Concat(repository.GetMembers()).OfType<IMethodSymbol>()
            .Where(method => method is { IsAbstract: true, IsStatic: false, MethodKind: MethodKind.Ordinary, IsGenericMethod: false });
}
