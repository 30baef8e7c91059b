using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Regions;

/// <summary>Tells the entities of an event store, whose access patterns the store itself declares.</summary>
internal static class EventEntities
{
    private const string Stored = "DynamoGen.EventSourcing.StoredEvent";
    private const string Mark = "DynamoGen.EventSourcing.EventMark";

    /// <summary>Whether its items are the events of streams.</summary>
    public static bool IsEvent(INamedTypeSymbol entity) => DerivesFrom(entity, Stored);

    /// <summary>Whether an event store writes its items.</summary>
    public static bool IsOfStore(INamedTypeSymbol entity) => IsEvent(entity) || DerivesFrom(entity, Mark);

    private static bool DerivesFrom(INamedTypeSymbol entity, string name)
    {
        for (var type = entity.BaseType; type is not null; type = type.BaseType)
        {
            if (type.IsNamed(name))
            {
                return true;
            }
        }

        return false;
    }
}
