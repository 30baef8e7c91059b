using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>A repository with all that its access patterns' costs follow from.</summary>
internal sealed record PricedRepository(
    INamedTypeSymbol Type, RepositoryModel Repository, INamedTypeSymbol EntityType, EntityModel Entity, TableModel Table)
{
    /// <summary>Null for a type that is no repository, or one of whose declarations is wrong, which is reported elsewhere.</summary>
    public static PricedRepository? Of(INamedTypeSymbol type) =>
        type.Has(DeclarationAttributes.Repository)
        && RepositoryParser.Parse(type, new DeclarationProblems()) is { } repository
        && type.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault() is INamedTypeSymbol entityType
        && EntityParser.Parse(entityType, new DeclarationProblems()) is { } entity
        && EntityParser.TableType(entityType) is { } tableType
        && TableParser.Parse(tableType, new DeclarationProblems()) is { } table
            ? new PricedRepository(type, repository, entityType, entity, table)
            : null;
}
