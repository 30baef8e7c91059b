using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Uniqueness;

/// <summary>Claims or releases one unique value, as a part of the write of the item whose value it is.</summary>
internal abstract class MarkerAction(AccessPattern pattern, string tableName, string marker, byte[] owner) : WriteAction(pattern, tableName)
{
    protected string Marker => marker;

    protected ReadOnlySpan<byte> Owner => owner;

    internal override void WriteKey(WireWriter writer) => UniqueMarker.WriteKey(writer, Pattern.Table, marker);

    /// <summary>Writes the names and values of the condition.</summary>
    /// <param name="writer">The request being written.</param>
    /// <param name="now">The epoch second by which a claim has expired, or null where that is not asked.</param>
    protected void WriteOperands(WireWriter writer, long? now)
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
internal sealed class MarkerClaim(AccessPattern pattern, string tableName, string entity, UniqueChange change, byte[] owner, DateTimeOffset now)
    : MarkerAction(pattern, tableName, change.After!, owner)
{
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
        writer.Raw(expires ? " OR #expiry <= :now\""u8 : "\""u8);
        WriteOperands(writer, expires ? now.ToUnixTimeSeconds() : null);
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
