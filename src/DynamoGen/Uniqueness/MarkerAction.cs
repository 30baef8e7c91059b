using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Uniqueness;

/// <summary>Claims or releases one unique value, as a part of the write of the item whose value it is.</summary>
internal abstract class MarkerAction(AccessPattern pattern, string tableName, string marker, byte[] owner) : WriteAction(pattern, tableName)
{
    protected string Marker => marker;

    protected byte[] Owner => owner;

    /// <summary>Whether another action is for the same marker.</summary>
    protected bool IsOfSame(MarkerAction other) => other.Marker == marker && other.TableName == TableName;

    /// <summary>The owner that another action of the same marker knows.</summary>
    protected static byte[] OwnerOf(MarkerAction other) => other.Owner;

    internal override void WriteKey(WireWriter writer) => UniqueMarker.WriteKey(writer, Pattern.Table, marker);

    /// <summary>Writes the names and values of the condition.</summary>
    /// <param name="writer">The request being written.</param>
    /// <param name="now">The epoch second by which a claim has expired, or null where that is not asked.</param>
    /// <param name="before">The primary key of the item whose value it may still be, or null where that is no other one.</param>
    protected void WriteOperands(WireWriter writer, long? now, byte[]? before = null)
    {
        writer.Raw(",\"ExpressionAttributeNames\":{\"#pk\":\""u8);
        writer.Text(Pattern.Table.PartitionKey);
        writer.Raw("\",\"#owner\":\"_owner\""u8);
        if (now is not null)
        {
            writer.Raw(",\"#expiry\":\""u8);
            writer.Text(Pattern.Table.TimeToLive!);
            writer.Raw("\""u8);
        }

        writer.Raw("},\"ExpressionAttributeValues\":{\":owner\":{\"M\":"u8);
        writer.Raw(owner);
        writer.Raw("}"u8);
        if (before is not null)
        {
            writer.Raw(",\":before\":{\"M\":"u8);
            writer.Raw(before);
            writer.Raw("}"u8);
        }

        if (now is { } second)
        {
            writer.Raw(",\":now\":{\"N\":\""u8);
            writer.Number(second);
            writer.Raw("\"}"u8);
        }

        writer.Raw("}"u8);
    }
}

/// <summary>Makes a value the item's own, unless it is another one's whose claim has not expired.</summary>
/// <param name="pattern">The access pattern that writes the item.</param>
/// <param name="tableName">The table's name.</param>
/// <param name="entity">The entity's name.</param>
/// <param name="change">What becomes of the value.</param>
/// <param name="owner">The item's primary key.</param>
/// <param name="now">The time by which a claim has expired.</param>
/// <param name="before">The primary key of the item that gives the value up in the same transaction, or null.</param>
internal sealed class MarkerClaim(
    AccessPattern pattern, string tableName, string entity, UniqueChange change, byte[] owner, DateTimeOffset now, byte[]? before = null)
    : MarkerAction(pattern, tableName, change.After!, owner)
{
    internal override WriteAction? TakeOver(WriteAction other) => other is MarkerRelease release && IsOfSame(release)
        ? new MarkerClaim(Pattern, TableName, entity, change, Owner, now, OwnerOf(release)) { Whole = Whole }
        : null;

    internal override TransactionFailureReason ReasonOfFailedCondition(IReadOnlyDictionary<string, AttributeValue>? item) =>
        TransactionFailureReason.NotUnique;

    internal override string? UniqueConstraint => change.Constraint;

    internal override void Write(WireWriter writer)
    {
        Begin(writer, "{\"Put\":{"u8);
        writer.Raw(",\"Item\":"u8);
        UniqueMarker.WriteItem(writer, Pattern.Table, entity, Marker, Owner, change.Expiry);
        var expires = Pattern.Table.TimeToLive is not null;
        writer.Raw(",\"ConditionExpression\":\"attribute_not_exists(#pk) OR #owner = :owner"u8);
        writer.Raw(before is null ? default : " OR #owner = :before"u8);
        writer.Raw(expires ? " OR #expiry <= :now\""u8 : "\""u8);
        WriteOperands(writer, expires ? now.ToUnixTimeSeconds() : null, before);
        writer.Raw("}}"u8);
    }
}

/// <summary>Gives a value up. That its marker is missing is no reason to fail; that it is another item's is.</summary>
internal sealed class MarkerRelease(AccessPattern pattern, string tableName, string marker, byte[] owner) : MarkerAction(pattern, tableName, marker, owner)
{
    internal override void Write(WireWriter writer)
    {
        Begin(writer, "{\"Delete\":{"u8);
        writer.Raw(",\"Key\":"u8);
        WriteKey(writer);
        writer.Raw(",\"ConditionExpression\":\"attribute_not_exists(#pk) OR #owner = :owner\""u8);
        WriteOperands(writer, now: null);
        writer.Raw("}}"u8);
    }
}
