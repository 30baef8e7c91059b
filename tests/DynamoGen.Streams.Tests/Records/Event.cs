using System.Text;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.Tests.Records;

/// <summary>Records as the stream writes them.</summary>
internal static class Event
{
    /// <summary>A record from its JSON.</summary>
    public static StreamRecord Read(string json)
    {
        var source = Encoding.UTF8.GetBytes(json);
        var reader = new WireReader(source);
        return StreamRecordReader.Read(source, ref reader);
    }

    /// <summary>The JSON of a record whose images are given as JSON, or not at all.</summary>
    public static string Json(
        string name, string? oldImage, string? newImage, string sequenceNumber = "100", string keys = """{"pk":{"S":"a"},"sk":{"S":"b"}}""") =>
        $$"""
        {"eventID":"{{sequenceNumber}}","eventName":"{{name}}","eventSource":"aws:dynamodb","awsRegion":"eu-west-1","dynamodb":{"Keys":{{keys}},
        "SequenceNumber":"{{sequenceNumber}}","SizeBytes":10{{Image("OldImage", oldImage)}}{{Image("NewImage", newImage)}} } }
        """;

    /// <summary>The item of an entity as JSON.</summary>
    public static string Item<TEntity, TMarshaller>(TEntity entity)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        using var writer = new WireWriter();
        writer.ItemOfAnySize<TEntity, TMarshaller>(entity);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }

    private static string Image(string name, string? json) => json is null ? string.Empty : $",\"{name}\":{json}";
}
