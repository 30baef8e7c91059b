using DynamoGen.Declarations.Assemblies;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patches;

/// <summary>Reads a type marked with <c>[Patch]</c>, and finds what an update can change of its entity.</summary>
internal static class PatchParser
{
    public static PatchModel? Parse(INamedTypeSymbol type, DeclarationProblems problems) => ParsedOnce<PatchModel>.Of(type, problems, ParseNew);

    /// <summary>The entity that a patch changes; null for a type that is no patch.</summary>
    public static INamedTypeSymbol? EntityOf(ITypeSymbol type) =>
        (type as INamedTypeSymbol)?.Attribute(DeclarationAttributes.Patch)?.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol
            is { TypeKind: not TypeKind.Error } entity
                ? entity
                : null;

    private static PatchModel? ParseNew(INamedTypeSymbol type, DeclarationProblems problems)
    {
        if (ReferencedModel.IsReferenced(type))
        {
            return ReferencedModel.Read<PatchModel>(type, problems);
        }

        if (TypeIdentities.Parse(type, problems) is not { } identity || EntityOf(type) is not { } entity)
        {
            return null;
        }

        var attribute = type.Attribute(DeclarationAttributes.Patch)!;
        if (!entity.Has(DeclarationAttributes.Entity))
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(), type.Name, $"'{entity.Name}' is not marked with [Entity]");
            return null;
        }

        if (EntityOfUser.Parse(entity, type, attribute.Place(), problems) is not { } model)
        {
            return null;
        }

        var named = attribute.Texts(0);
        if (Obstacle(type, named, model) is { } reason)
        {
            problems.Add(DeclarationRule.Patch, attribute.Place() ?? type.Locations.FirstOrDefault(), type.Name, entity.Name, reason);
            return null;
        }

        var members = model.Shape.Members
            .Where(member => named.Count == 0 ? PatchLimits.Obstacle(member, model) is null : named.Contains(member.Property));
        var parser = new PatchContentParser(type);
        var content = parser.Parse(entity, model.Type.FullName, members, TakenNames(type));
        if (parser.Obstacle is { } obstacle)
        {
            problems.Add(DeclarationRule.Patch, attribute.Place() ?? type.Locations.FirstOrDefault(), type.Name, entity.Name, obstacle);
            return null;
        }

        return new PatchModel(identity, model.Type.FullName, model.Type.Name, content, model.Experiments);
    }

    private static string? Obstacle(INamedTypeSymbol type, IReadOnlyList<string> named, EntityModel model)
    {
        foreach (var property in named)
        {
            if (model.Shape.Members.FirstOrDefault(member => member.Property == property) is not { } member)
            {
                return $"'{model.Type.Name}' stores no property '{property}'";
            }

            if (PatchLimits.Obstacle(member, model) is { } reason)
            {
                return $"'{property}' {reason}";
            }
        }

        return OwnMembers(type).OfType<IPropertySymbol>().FirstOrDefault(property => !property.IsImplicitlyDeclared) is { } declared
                && model.Shape.Members.Any(member => member.Property == declared.Name)
            ? $"it declares '{declared.Name}' itself, which is generated"
            : type.InstanceConstructors.All(constructor => constructor.Parameters.Length > 0 || constructor.DeclaredAccessibility == Accessibility.Private)
            ? "a patch is made without arguments; let it have a constructor without parameters"
            : type.DeclaredAccessibility == Accessibility.Public && EntityOf(type)!.DeclaredAccessibility != Accessibility.Public && type.ContainingType is null
            ? "it is public, where the entity is not"
            : model.Shape.Members.All(member => PatchLimits.Obstacle(member, model) is not null)
            ? "no update can change anything of it"
            : null;
    }

    private static HashSet<string> TakenNames(INamedTypeSymbol type) => [type.Name, .. OwnMembers(type).Select(member => member.Name)];

    /// <summary>The members that are not generated: an analyzer sees those too.</summary>
    private static IEnumerable<ISymbol> OwnMembers(INamedTypeSymbol type) => type.GetMembers().Where(member => !TypeIdentities.IsGenerated(member));
}
