using DynamoGen.Regions.Values;
using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.RegionalValues;

/// <summary>The update that gives a region back its parts of sets and registers, of an item whose parts are still those that are known.</summary>
/// <param name="Key">The item's key, as a JSON object of attributes.</param>
/// <param name="Schema">Where the item has its values.</param>
/// <param name="Region">The region.</param>
/// <param name="Losses">What is given back.</param>
internal readonly record struct PartRepairRequest(
    ReadOnlyMemory<byte> Key, RegionalSchema Schema, string Region, IReadOnlyList<PartLoss> Losses) : IWriteRequest
{
    public void WriteKey(WireWriter writer) => writer.Raw(Key.Span);

    public void Write(WireWriter writer)
    {
        writer.Raw(",\"Key\":"u8);
        WriteKey(writer);
        writer.Raw(",\"UpdateExpression\":\"SET #region = :region"u8);
        for (var i = 0; i < Losses.Count; i++)
        {
            Numbered(writer, ", #p"u8, i);
            Numbered(writer, " = :p"u8, i);
        }

        writer.Raw("\",\"ConditionExpression\":\"#entity = :entity"u8);
        for (var i = 0; i < Losses.Count; i++)
        {
            Numbered(writer, Losses[i].Current is null ? " AND attribute_not_exists(#p"u8 : " AND #p"u8, i);
            if (Losses[i].Current is null)
            {
                writer.Raw(")"u8);
            }
            else
            {
                Numbered(writer, " = :c"u8, i);
            }
        }

        writer.Raw("\",\"ExpressionAttributeNames\":{\"#entity\":\""u8);
        writer.Text(Schema.Table.TypeAttribute);
        writer.Raw("\",\"#region\":\""u8);
        writer.Text(Schema.UpdatedRegion);
        for (var i = 0; i < Losses.Count; i++)
        {
            Numbered(writer, "\",\"#p"u8, i);
            writer.Raw("\":\""u8);
            writer.Text(Losses[i].Attribute);
        }

        WriteValues(writer);
    }

    private void WriteValues(WireWriter writer)
    {
        writer.Raw("\"},\"ExpressionAttributeValues\":{\":entity\":{\"S\":\""u8);
        writer.Text(Schema.Entity);
        writer.Raw("\"},\":region\":{\"S\":\""u8);
        writer.Text(Region);
        writer.Raw("\"}"u8);
        for (var i = 0; i < Losses.Count; i++)
        {
            Numbered(writer, ",\":p"u8, i);
            writer.Raw("\":"u8);
            writer.AttributeValue(Losses[i].Joined);
            if (Losses[i].Current is { } current)
            {
                Numbered(writer, ",\":c"u8, i);
                writer.Raw("\":"u8);
                writer.AttributeValue(current);
            }
        }

        writer.Raw("}"u8);
    }

    private static void Numbered(WireWriter writer, ReadOnlySpan<byte> before, int number)
    {
        writer.Raw(before);
        writer.Number(number);
    }
}
