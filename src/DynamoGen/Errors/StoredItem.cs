using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen;

/// <summary>Reads an item that came in an error of the SDK, in the SDK's form, with an entity's marshaller.</summary>
internal static class StoredItem
{
    public static TEntity? Read<TEntity, TMarshaller>(IReadOnlyDictionary<string, AttributeValue>? item)
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        if (item is null)
        {
            return null;
        }

        using var writer = new WireWriter();
        WriteMembers(writer, item);
        var reader = new WireReader(writer.Written.Span);
        return TMarshaller.Read(ref reader);
    }

    private static void WriteMembers(WireWriter writer, IEnumerable<KeyValuePair<string, AttributeValue>> members)
    {
        writer.Raw("{"u8);
        foreach (var (name, value) in members)
        {
            writer.MemberName(name);
            WriteValue(writer, value);
        }

        writer.Raw("}"u8);
    }

    private static void WriteValue(WireWriter writer, AttributeValue value)
    {
        switch (value)
        {
            case { S: { } text }:
                WriteQuoted(writer, "{\"S\":"u8, text);
                break;
            case { N: { } number }:
                WriteQuoted(writer, "{\"N\":"u8, number);
                break;
            case { B: { } binary }:
                writer.Raw("{\"B\":"u8);
                WriteBinary(writer, binary);
                break;
            case { BOOL: { } boolean }:
                writer.Raw("{\"BOOL\":"u8);
                writer.Boolean(boolean);
                break;
            case { NULL: true }:
                writer.Raw("{\"NULL\":true"u8);
                break;
            case { SS.Count: > 0 }:
                WriteArray(writer, "{\"SS\":["u8, value.SS, static (writer, text) => WriteQuoted(writer, default, text));
                break;
            case { NS.Count: > 0 }:
                WriteArray(writer, "{\"NS\":["u8, value.NS, static (writer, number) => WriteQuoted(writer, default, number));
                break;
            case { BS.Count: > 0 }:
                WriteArray(writer, "{\"BS\":["u8, value.BS, WriteBinary);
                break;
            case { IsMSet: true }:
                writer.Raw("{\"M\":"u8);
                WriteMembers(writer, value.M);
                break;
            default:
                WriteArray(writer, "{\"L\":["u8, value.L ?? [], WriteValue);
                break;
        }

        writer.Raw("}"u8);
    }

    private static void WriteQuoted(WireWriter writer, ReadOnlySpan<byte> type, string text)
    {
        writer.Raw(type);
        writer.Raw("\""u8);
        writer.Text(text);
        writer.Raw("\""u8);
    }

    private static void WriteBinary(WireWriter writer, MemoryStream binary)
    {
        writer.Raw("\""u8);
        writer.Binary(binary.ToArray());
        writer.Raw("\""u8);
    }

    private static void WriteArray<T>(WireWriter writer, ReadOnlySpan<byte> type, IEnumerable<T> elements, Action<WireWriter, T> write)
    {
        writer.Raw(type);
        foreach (var element in elements)
        {
            writer.Separator();
            write(writer, element);
        }

        writer.Raw("]"u8);
    }
}
