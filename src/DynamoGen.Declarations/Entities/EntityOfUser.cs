using DynamoGen.Declarations.Assemblies;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Entities;

/// <summary>
/// Reads an entity for a declaration that uses it. What is wrong with an entity of the same project is reported where it is declared; one of another
/// project can only be told of where it is used.
/// </summary>
internal static class EntityOfUser
{
    /// <param name="entity">The entity.</param>
    /// <param name="user">The type whose declaration uses it.</param>
    /// <param name="place">Where it does.</param>
    /// <param name="problems">Takes what keeps another project's entity from being used.</param>
    public static EntityModel? Parse(INamedTypeSymbol entity, INamedTypeSymbol user, Location? place, DeclarationProblems problems)
    {
        var own = new DeclarationProblems();
        var model = EntityParser.Parse(entity, own);
        if (SymbolEqualityComparer.Default.Equals(entity.ContainingAssembly, user.ContainingAssembly)
            || Obstacle(entity, model, own) is not { } obstacle)
        {
            return model;
        }

        problems.Add(DeclarationRule.TableOrIndex, place, user.Name, obstacle);
        return null;
    }

    private static string? Obstacle(INamedTypeSymbol entity, EntityModel? model, DeclarationProblems own)
    {
        if (model is null)
        {
            return ReferencedModel.IsReferenced(entity) && own.All.FirstOrDefault() is { } problem
                ? problem.Arguments[1]
                : $"the declaration of '{entity.Name}' in '{entity.ContainingAssembly.Name}' is refused; the build of that project says why";
        }

        return EntityParser.TableType(entity) is { } table && IsWithoutSchema(table) ? ReferencedModel.NothingGenerated(table) : null;
    }

    /// <summary>Whether the other half of a table, which has its schema, is missing in the assembly.</summary>
    private static bool IsWithoutSchema(INamedTypeSymbol table) =>
        ReferencedModel.IsReferenced(table) && !table.AllInterfaces.Any(contract => contract.OriginalDefinition.IsNamed("DynamoGen.Schema.ITable`1"));
}
