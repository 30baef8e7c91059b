using System.ComponentModel;
using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>
/// The parameters of one write: a PutItem, UpdateItem or DeleteItem, or the same as an action of a transaction, or its condition check. The generator
/// implements it as a struct for each access pattern.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWriteRequest : IKeyRequest
{
    /// <summary>The version of its entity, of which the stored item must not be a newer one; 0 where the write takes any.</summary>
    static virtual int Version => 0;

    /// <summary>The older version in whose form its entity is written; 0 where that is <see cref="Version"/>.</summary>
    static virtual int WriteAs => 0;

    /// <summary>
    /// The attributes that the entity's versions store beside its primary key, where the stored item must be of the version that is written; none where it may
    /// be of another.
    /// </summary>
    static virtual IReadOnlyList<string> VersionedAttributes => [];

    /// <summary>The attribute of the region of the last write, which is set too where an older item is brought up to date; null for none.</summary>
    static virtual string? RegionAttribute => null;

    /// <summary>What the write demands of the stored item beside the condition that its access pattern declares.</summary>
    static virtual ItemDemands Demands => default;

    /// <summary>Whether an item that has expired is deleted before the write makes it anew.</summary>
    static virtual bool ReplacesExpired => false;

    /// <summary>The count of writes that the item must have; asked where <see cref="Demands"/> names its attribute.</summary>
    long LockCount => 0;

    /// <summary>The epoch than which the item must not have a newer one; asked where <see cref="Demands"/> names its attribute.</summary>
    long Epoch => 0;

    /// <summary>Whether the item gets a mark of this very write, by which the write is known again where its answer was lost.</summary>
    static virtual bool IsMarked => false;

    /// <summary>Whether the write comes to the same where it is applied twice in a row, so that it may be sent again where its answer was lost.</summary>
    static virtual bool IsRepeatable => true;

    /// <summary>
    /// Writes the write's members, each beginning with a comma, without <c>TableName</c>: <c>Item</c> for a put and <c>Key</c> for the others, then
    /// <c>UpdateExpression</c>, <c>ConditionExpression</c>, <c>ExpressionAttributeNames</c> and <c>ExpressionAttributeValues</c> as needed.
    /// Expressions are constant; data goes into values only.
    /// </summary>
    /// <param name="writer">The request being written, behind another member.</param>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    /// <exception cref="KeyException">A key cannot be built.</exception>
    void Write(WireWriter writer);
}
