using DynamoGen.Declarations.Expressions;

namespace DynamoGen.Declarations.Writes;

/// <summary>What was read of a method that writes.</summary>
/// <param name="Expressions">Its expressions.</param>
/// <param name="WhenNew">
/// The condition in the place of the other where the lock says that the entity does not exist yet; null where there is no such difference.
/// </param>
/// <param name="Unique">What becomes of unique values; null where nothing does.</param>
/// <param name="DemandsVersion">Whether its condition demands something of the stored item's version.</param>
/// <param name="IsMarked">Whether its item gets a mark of the write.</param>
/// <param name="IsRepeatable">Whether it comes to the same where it is applied twice in a row.</param>
internal sealed record ParsedWrite(
    WriteExpressions Expressions, Condition? WhenNew, UniqueWriteModel? Unique, bool DemandsVersion, bool IsMarked, bool IsRepeatable)
{
    /// <summary>What it demands of the stored item; null where it has no condition.</summary>
    public ItemDemandsModel? Demands { get; init; }

    /// <summary>Whether it is no failure that there is no item.</summary>
    public bool AcceptsAbsence { get; init; }
}
