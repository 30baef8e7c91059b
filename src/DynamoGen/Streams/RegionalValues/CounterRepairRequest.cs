using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.RegionalValues;

/// <summary>The update that gives a region back what it has counted, of an item that is still there.</summary>
/// <param name="Key">The item's key, as a JSON object of attributes.</param>
/// <param name="Entity">The entity's name in <c>_t</c>.</param>
/// <param name="UpdatedRegion">The attribute of the region of the write.</param>
/// <param name="Region">The region.</param>
/// <param name="Distortions">What is taken back.</param>
internal readonly record struct CounterRepairRequest(
    ReadOnlyMemory<byte> Key, string Entity, string UpdatedRegion, string Region, IReadOnlyList<(string Attribute, long By)> Distortions) : IWriteRequest
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

        writer.Raw("\",\"ConditionExpression\":\"#entity = :entity\",\"ExpressionAttributeNames\":{\"#entity\":\"_t\",\"#region\":\""u8);
        writer.Text(UpdatedRegion);
        for (var i = 0; i < Distortions.Count; i++)
        {
            writer.Raw("\",\"#c"u8);
            writer.Number(i);
            writer.Raw("\":\""u8);
            writer.Text(Distortions[i].Attribute);
        }

        writer.Raw("\"},\"ExpressionAttributeValues\":{\":entity\":{\"S\":\""u8);
        writer.Text(Entity);
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
