using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Transport.Clients;

/// <summary>Reads the values that requests are made of.</summary>
internal static class JsonValues
{
    /// <summary>What errors call the item that is no entity's.</summary>
    private const string Request = "request";

    public delegate TValue Read<out TValue>(ref WireReader reader);

    public static string Text(ref WireReader reader) => Encoding.UTF8.GetString(reader.ReadText());

    public static Dictionary<string, AttributeValue> Attributes(ref WireReader reader) => reader.ReadAttributes(Request);

    public static List<TValue> List<TValue>(ref WireReader reader, Read<TValue> read)
    {
        var list = new List<TValue>();
        reader.BeginArray();
        while (reader.NextElement())
        {
            list.Add(read(ref reader));
        }

        return list;
    }

    public static Dictionary<string, TValue> Map<TValue>(ref WireReader reader, Read<TValue> read)
    {
        var map = new Dictionary<string, TValue>();
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            map.Add(Encoding.UTF8.GetString(name), read(ref reader));
        }

        return map;
    }
}
