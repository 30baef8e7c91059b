using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Costs;

/// <summary>Says of access patterns what they take of the capacity, and may take.</summary>
/// <param name="entityType">The entity's class, which may have a budget for its writes.</param>
/// <param name="entity">The entity.</param>
/// <param name="table">Its table.</param>
internal sealed class CapacityModels(INamedTypeSymbol entityType, EntityModel entity, TableModel table)
{
    private readonly int? _writeBudget = entityType.Attribute(DeclarationAttributes.WriteBudget)?.Number(0);

    /// <summary>The capacity of one access pattern; null where nothing is known of it.</summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="method">Its method, which may have a budget.</param>
    public CapacityModel? Of(PatternModel pattern, IMethodSymbol method)
    {
        if (WriteUnits.Of(pattern, entity, table) is { } writes)
        {
            return new CapacityModel(writes.Fewest, writes.Most, OfHydration: null, _writeBudget);
        }

        var budget = method.Attribute(DeclarationAttributes.CapacityBudget)?.ConstructorArguments[0].Value as double?;
        return pattern switch
        {
            QueryPattern query => new CapacityModel(ReadUnits.OfIndex(query, entity), Most: null, ReadUnits.OfHydration(query, entity), budget),
            _ when ReadUnits.Least(pattern, entity) is { } least => double.IsPositiveInfinity(least)
                ? budget is null ? null : new CapacityModel(Least: null, Most: null, OfHydration: null, budget)
                : new CapacityModel(least, least, OfHydration: null, budget),
            _ => null,
        };
    }
}
