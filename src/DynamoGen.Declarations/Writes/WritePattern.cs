using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Writes;

/// <summary>Writes one item.</summary>
/// <param name="Signature">The method.</param>
/// <param name="Kind">The operation.</param>
/// <param name="Result">What it yields.</param>
/// <param name="Key">The item's primary key.</param>
/// <param name="Expressions">Its expressions.</param>
/// <param name="WhenNew">
/// The condition in the place of the other for an entity whose lock says that it does not exist yet; null where there is no such difference.
/// </param>
/// <param name="Unique">What becomes of the item's unique values; null where nothing does.</param>
/// <param name="Versions">What the write demands of the stored item's version; null where it takes any.</param>
internal sealed record WritePattern(
    PatternSignature Signature,
    WriteKind Kind,
    WriteResult Result,
    KeyConditionModel Key,
    WriteExpressions Expressions,
    Condition? WhenNew,
    UniqueWriteModel? Unique,
    VersionedWrite? Versions = null) : PatternModel(Signature)
{
    /// <summary>What the item becomes that it yields, as it was before or is after the update.</summary>
    public ItemForm Form { get; init; } = ItemForm.Entity;

    /// <summary>Whether an update makes the item where there is none.</summary>
    public bool Creates { get; init; }

    /// <summary>What it demands of the stored item beside its own condition; null where it has no condition at all.</summary>
    public ItemDemandsModel? Demands { get; init; }

    /// <summary>Whether it is no failure that there is no item, though its condition demands one.</summary>
    public bool AcceptsAbsence { get; init; }

    /// <summary>Whether its item gets a mark of the write, by which the write is known again.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Whether it comes to the same where it is applied twice in a row.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Whether it is sent as a transaction with a token, which is applied once.</summary>
    public bool IsIdempotent { get; init; }
}

/// <summary>What a write demands of the stored item beside the condition that it declares.</summary>
/// <param name="IsThere">Whether there must be an item, or must be none; null where either will do.</param>
/// <param name="TimeToLive">The attribute by which an item that has expired counts as absent, or null.</param>
/// <param name="Lock">The attribute of the count of writes that the item must have, or null.</param>
/// <param name="LockCount">The count that the item must have, or null.</param>
internal sealed record ItemDemandsModel(bool? IsThere, string? TimeToLive, string? Lock, ValueSource? LockCount)
{
    /// <summary>The epoch than which the item must not have a newer one, or null.</summary>
    public ValueSource? Epoch { get; init; }
}

/// <summary>What a write demands of the stored item's version.</summary>
/// <param name="Version">The entity's version; the item must not be a newer one.</param>
/// <param name="Attributes">
/// The attributes that the entity's versions store beside its primary key, by which an older item is brought up to date; none where the write takes an older
/// item as it is.
/// </param>
internal sealed record VersionedWrite(int Version, EquatableArray<string> Attributes)
{
    /// <summary>The older version in whose form the entity is written; null where that is <see cref="Version"/>.</summary>
    public int? WriteAs { get; init; }
}

/// <summary>What a write yields.</summary>
internal enum WriteResult
{
    /// <summary>Nothing; a condition that fails is an exception.</summary>
    Nothing,

    /// <summary>Whether its condition was met.</summary>
    Succeeded,

    /// <summary>What became of it.</summary>
    Outcome,

    /// <summary>The entity as it was written, or the item as it is after the update.</summary>
    Written,

    /// <summary>The item as it was before, or null.</summary>
    Replaced,

    /// <summary>An action for a transaction; nothing is sent.</summary>
    Action,
}
