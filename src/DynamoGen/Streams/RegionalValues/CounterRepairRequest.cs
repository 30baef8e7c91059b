using DynamoGen.Regions.Values;
using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.RegionalValues;

/// <summary>The update that gives a region back what it has counted, of an item that is still there.</summary>
/// <param name="Key">The item's key, as a JSON object of attributes.</param>
/// <param name="Schema">Where the item has its values.</param>
/// <param name="Region">The region.</param>
/// <param name="Distortions">What is taken back.</param>
internal readonly record struct CounterRepairRequest(
    ReadOnlyMemory<byte> Key, RegionalSchema Schema, string Region, IReadOnlyList<(string Attribute, long By)> Distortions) : IWriteRequest
{
    public static bool IsRepeatable => false;

    public void WriteKey(WireWriter writer) => writer.Raw(Key.Span);

    public void Write(WireWriter writer)
    {
        writer.Raw(",\"Key\":"u8);
        WriteKey(writer);

        // The region of the write tells the streams that it is one of its own.
        writer.Raw(",\"UpdateExpression\":\"SET #region = :region ADD "u8);
        for (var i = 0; i < Distortions.Count; i++)
        {
            writer.Raw(i == 0 ? "#c"u8 : ", #c"u8);
            writer.Number(i);
            writer.Raw(" :c"u8);
            writer.Number(i);
        }

        writer.Raw("\",\"ConditionExpression\":\"#entity = :entity\",\"ExpressionAttributeNames\":{\"#entity\":\""u8);
        writer.Text(Schema.Table.TypeAttribute);
        writer.Raw("\",\"#region\":\""u8);
        writer.Text(Schema.UpdatedRegion);
        for (var i = 0; i < Distortions.Count; i++)
        {
            writer.Raw("\",\"#c"u8);
            writer.Number(i);
            writer.Raw("\":\""u8);
            writer.Text(Distortions[i].Attribute);
        }

        writer.Raw("\"},\"ExpressionAttributeValues\":{\":entity\":{\"S\":\""u8);
        writer.Text(Schema.Entity);
        writer.Raw("\"},\":region\":{\"S\":\""u8);
        writer.Text(Region);
        writer.Raw("\"}"u8);
        for (var i = 0; i < Distortions.Count; i++)
        {
            writer.Raw(",\":c"u8);
            writer.Number(i);
            writer.Raw("\":{\"N\":\""u8);
            writer.Number(-Distortions[i].By);
            writer.Raw("\"}"u8);
        }

        writer.Raw("}"u8);
    }
}
