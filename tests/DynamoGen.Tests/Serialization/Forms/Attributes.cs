using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Tests.Serialization.Forms;

/// <summary>Takes one attribute value to its JSON and back.</summary>
internal static class Attributes
{
    public static string Write(AttributeValue value)
    {
        using var writer = new WireWriter();
        writer.AttributeValue(value);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }

    public static AttributeValue Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    public static AttributeValue Read(ReadOnlySpan<byte> json)
    {
        var reader = new WireReader(json);
        var value = reader.ReadAttributeValue();
        reader.EndOfResponse();
        return value;
    }

    /// <summary>A text within lists.</summary>
    public static AttributeValue Nested(int lists) =>
        lists == 0 ? new AttributeValue { S = "leaf" } : new AttributeValue { L = [Nested(lists - 1)] };

    /// <inheritdoc cref="Nested"/>
    public static string NestedJson(int lists) =>
        $$"""{{string.Concat(Enumerable.Repeat("{\"L\":[", lists))}}{"S":"leaf"}{{string.Concat(Enumerable.Repeat("]}", lists))}}""";
}
