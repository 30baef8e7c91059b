using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Uniqueness;

namespace DynamoGen.Declarations.Writes;

/// <summary>What an access pattern writes, and on which condition.</summary>
/// <param name="Kind">The operation.</param>
/// <param name="Result">What it yields.</param>
/// <param name="Expressions">Its expressions; null where there are none.</param>
/// <param name="WhenNew">The expressions in the place of the others for an entity whose lock says that it does not exist yet; null where there is no such difference.</param>
/// <param name="Stamps">The properties that a written copy of the entity gets, as C#.</param>
/// <param name="Unique">What becomes of the item's unique values; null where nothing does.</param>
internal sealed record WriteModel(
    WriteKind Kind,
    WriteResult Result,
    ExpressionModel? Expressions,
    ExpressionModel? WhenNew,
    EquatableArray<string> Stamps,
    UniqueWriteModel? Unique = null);

/// <summary>The operation of a write.</summary>
internal enum WriteKind
{
    Put,
    Update,
    Delete,
    Check,
}

/// <summary>What a write yields.</summary>
internal enum WriteResult
{
    /// <summary>Nothing; a condition that fails is an exception.</summary>
    Nothing,

    /// <summary>Whether its condition was met.</summary>
    Succeeded,

    /// <summary>The entity as it was written, or as it is after the update.</summary>
    Written,

    /// <summary>The entity as it was before, or null.</summary>
    Replaced,

    /// <summary>An action for a transaction; nothing is sent.</summary>
    Action,
}
