using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patterns;

/// <summary>What an access pattern makes of each item: the entity, a projection of it, its primary key, or any of several entities.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Type">The type.</param>
internal sealed record ItemView(ItemViewKind Kind, INamedTypeSymbol Type)
{
    /// <summary>The view that a type is, or null where it is none of the entity.</summary>
    public static ItemView? Of(ITypeSymbol type, INamedTypeSymbol entity, EntityModel model) => type switch
    {
        INamedTypeSymbol named when SymbolEqualityComparer.Default.Equals(type, entity) => new ItemView(ItemViewKind.Entity, named),
        INamedTypeSymbol named when IsPrimaryKey(type, entity, model) => new ItemView(ItemViewKind.PrimaryKey, named),
        INamedTypeSymbol named when SymbolEqualityComparer.Default.Equals(ProjectionParser.EntityOf(named), entity) =>
            new ItemView(ItemViewKind.Projection, named),
        INamedTypeSymbol named when IsUnion(named) => new ItemView(ItemViewKind.Union, named),
        _ => null,
    };

    /// <summary>Whether a type is the struct of the entity's primary key. It is not known yet while it is generated, so that its name must do.</summary>
    public static bool IsPrimaryKey(ITypeSymbol type, INamedTypeSymbol entity, EntityModel model) =>
        type.Name == model.PrimaryKeyStruct && (type.TypeKind == TypeKind.Error || SymbolEqualityComparer.Default.Equals(type.ContainingType, entity));

    /// <summary>
    /// Whether a type is an item of any of several entities: an <c>[ItemCollection]</c> that names them, or that has no members to gather them in.
    /// </summary>
    private static bool IsUnion(INamedTypeSymbol type) => type.Attribute(DeclarationAttributes.ItemCollection) is { } collection
        && (type.TypeKind == TypeKind.Interface || collection.Types().Count > 0);

    /// <summary>A type as generated code writes it, the struct of the primary key within it too.</summary>
    public static string NameOf(ITypeSymbol type, INamedTypeSymbol entity, EntityModel model)
    {
        if (IsPrimaryKey(type, entity, model))
        {
            return $"{model.Type.FullName}.{model.PrimaryKeyStruct}";
        }

        if (type is IArrayTypeSymbol { IsSZArray: true, ElementType: var element } && NameOf(element, entity, model) is var item && item != element.FullName())
        {
            return item + "[]";
        }

        if (type is not INamedTypeSymbol { TypeArguments.Length: 1, ContainingType: null } generic
            || NameOf(generic.TypeArguments[0], entity, model) is var argument && argument == generic.TypeArguments[0].FullName())
        {
            return type.FullName();
        }

        return $"global::{generic.ContainingNamespace.ToDisplayString()}.{generic.Name}<{argument}>";
    }
}

/// <summary>What an access pattern makes of each item.</summary>
internal enum ItemViewKind
{
    Entity,
    Projection,
    PrimaryKey,

    /// <summary>An item of any of several entities.</summary>
    Union,
}
