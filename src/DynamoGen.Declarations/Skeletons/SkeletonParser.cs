using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Skeletons;

/// <summary>Finds what can be written for a declaration that is refused.</summary>
internal static class SkeletonParser
{
    private static readonly string[] Declarations =
    [
        DeclarationAttributes.Table, DeclarationAttributes.Entity, DeclarationAttributes.Projection, DeclarationAttributes.Repository,
        DeclarationAttributes.StreamHandler, DeclarationAttributes.Migration, DeclarationAttributes.Patch,
        DeclarationAttributes.Fields, DeclarationAttributes.Wrapper,
    ];

    /// <summary>The skeleton, or null where the type cannot be extended at all.</summary>
    /// <param name="type">The declared type.</param>
    /// <param name="kind">What it was declared as.</param>
    /// <param name="failure">What kept the generator from reading it, or null.</param>
    public static SkeletonModel? Parse(INamedTypeSymbol type, SkeletonKind kind, string? failure = null)
    {
        if (IsSeveral(type) || HasStaticContract(type) || TypeIdentities.Parse(type, new DeclarationProblems()) is not { } identity)
        {
            return null;
        }

        var names = kind == SkeletonKind.Entity
            ? new SkeletonNames(
                GeneratedMembers.Keys(type), GeneratedMembers.PrimaryKey(type), GeneratedMembers.Marshaller(type), EntityParser.Forms(type))
            {
                Changes = Changes(type),
            }
            : null;
        return new SkeletonModel(identity, kind, names, failure) { Repositories = kind == SkeletonKind.Migration ? Repositories(type) : default };
    }

    private static EquatableArray<string> Repositories(INamedTypeSymbol type)
    {
        var repositories = type.Attribute(DeclarationAttributes.Migration)!.ConstructorArguments
            .Select(argument => argument.Kind == TypedConstantKind.Type ? argument.Value as INamedTypeSymbol : null)
            .Where(repository => repository is { TypeKind: TypeKind.Interface } && repository.Has(DeclarationAttributes.Repository))
            .Select(repository => repository!.PlainName()).ToArray();
        return repositories.Length == 2 ? new EquatableArray<string>(repositories) : default;
    }

    private static SkeletonChanges? Changes(INamedTypeSymbol type) =>
        EntityParser.Table(type, new DeclarationProblems()) is { Stream: StreamView.NewAndOldImages } && GeneratedMembers.Changes(type) is { } name
            ? new SkeletonChanges(name, new EquatableArray<string>(type.GetMembers().OfType<IPropertySymbol>()
                .Where(property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsIndexer: false } && property.Name != name)
                .Select(property => property.Name)))
            : null;

    /// <summary>A type that is declared as two things, or twice, has one file, and perhaps that of the other.</summary>
    private static bool IsSeveral(INamedTypeSymbol type) => Declarations.Count(type.Has) > 1
        || ((INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace).GetTypeMembers(type.Name, type.Arity).Length > 1;

    /// <summary>An interface with static members to be implemented cannot be a type argument, as its skeleton would need it to be.</summary>
    private static bool HasStaticContract(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface
        && type.AllInterfaces.Append(type).Any(contract => contract.GetMembers().Any(member => member.IsStatic && member.IsAbstract));
}
