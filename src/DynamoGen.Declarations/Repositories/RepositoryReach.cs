using DynamoGen.Declarations.Entities;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Repositories;

/// <summary>
/// Tells whether a repository in another project than its entity can name what it has to: a marshaller stands inside of the entity, it does not.
/// </summary>
internal static class RepositoryReach
{
    /// <summary>What is out of reach, as the end of a sentence; null for nothing.</summary>
    public static string? Obstacle(INamedTypeSymbol repository, INamedTypeSymbol entity, EntityModel model)
    {
        var (here, there) = (repository.ContainingAssembly, entity.ContainingAssembly);
        return SymbolEqualityComparer.Default.Equals(here, there) || OutOfReach(entity, here, model) is not { } property
            ? null
            : $"'{entity.Name}.{property}', which it reads or sets, is out of its reach; make that public with its accessors, or make it internal and add "
                + $"[assembly: InternalsVisibleTo(\"{here.Name}\")] to '{there.Name}'";
    }

    /// <summary>The entity as a repository can write it, which in another project calls no downcaster whose types it cannot name.</summary>
    public static EntityModel InReach(INamedTypeSymbol repository, INamedTypeSymbol entity, EntityModel model) =>
        model.Written is not { } written || HasAccess(repository.ContainingAssembly, entity.ContainingAssembly)
            ? model
            : model with { Written = written.Elsewhere };

    private static bool HasAccess(IAssemblySymbol here, IAssemblySymbol there) =>
        SymbolEqualityComparer.Default.Equals(here, there) || there.GivesAccessTo(here);

    private static string? OutOfReach(INamedTypeSymbol entity, IAssemblySymbol here, EntityModel model)
    {
        var lifecycle = model.Lifecycle;
        var set = lifecycle.Kept.Select(member => member.Property).ToArray();
        var unique = model.Uniqueness?.Constraints.SelectMany(constraint => constraint.Properties) ?? [];
        var read = model.Keys[0].Parts.Where(part => part.IsPlaceholder).Concat(unique).Select(part => part.Text)
            .Concat(set).Concat(lifecycle.TimeToLive is { } expiry ? [expiry.Property] : []);
        return set.FirstOrDefault(property => !CanReach(Property(entity, property)?.SetMethod, here))
            ?? read.FirstOrDefault(property => !CanReach(Property(entity, property)?.GetMethod, here));
    }

    private static bool CanReach(IMethodSymbol? accessor, IAssemblySymbol here) => accessor?.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => accessor.ContainingAssembly.GivesAccessTo(here),
        _ => false,
    };

    private static IPropertySymbol? Property(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(property => !property.IsStatic) is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
