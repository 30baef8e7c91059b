using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Writes;

/// <summary>Deletes that let their item expire now, so that it keeps what each write stamps.</summary>
internal static class Tombstones
{
    /// <summary>Whether a method is such a delete.</summary>
    public static bool Has(IMethodSymbol method) => method.Has(DeclarationAttributes.Tombstone);

    /// <summary>Why items of an entity cannot be deleted so, as the end of a sentence; null where they can.</summary>
    public static string? Obstacle(EntityModel model) =>
        model.Lifecycle.TimeToLive is null ? $"[Tombstone] lets the item expire, and '{model.Type.Name}' has no [TimeToLive]"
        : model.Uniqueness is not null ? $"[Tombstone] would leave the markers of the unique values that '{model.Type.Name}' has; leave it out"
        : null;

    /// <summary>The update that lets the item expire at the time of the call.</summary>
    public static UpdateClauses Update(MemberModel timeToLive)
    {
        var clauses = new UpdateClauses();
        UpdateStamps.Set(clauses, timeToLive, UpdateStamps.Time(timeToLive));
        return clauses;
    }
}
