using System.Text;
using DynamoGen.Serialization;

namespace DynamoGen.Telemetry;

/// <summary>The capacity that a request consumed of one table, or of one of its indexes.</summary>
/// <param name="Table">The table's name, or its ARN where requests name it by that; null where the response does not say.</param>
/// <param name="Index">The index's name; null for the table, or for the table with all its indexes where the response does not tell them apart.</param>
/// <param name="Units">The capacity units, of both kinds.</param>
/// <param name="Reads">The read units where the response tells the kinds apart.</param>
/// <param name="Writes">The write units where the response tells the kinds apart.</param>
internal readonly record struct ConsumedResource(string? Table, string? Index, double Units, double? Reads, double? Writes)
{
    /// <summary>Reads what a response says of each resource: <c>ReturnConsumedCapacity</c> decides how finely.</summary>
    /// <param name="consumed">The member's value, an object or an array of them; may be empty.</param>
    public static List<ConsumedResource> Read(ReadOnlySpan<byte> consumed)
    {
        var resources = new List<ConsumedResource>();
        if (consumed.IsEmpty)
        {
            return resources;
        }

        var reader = new WireReader(consumed);
        if (consumed[0] != (byte)'[')
        {
            ReadTable(ref reader, resources);
            return resources;
        }

        reader.BeginArray();
        while (reader.NextElement())
        {
            ReadTable(ref reader, resources);
        }

        return resources;
    }

    /// <summary>What a whole response says was consumed in all; null where it does not say.</summary>
    /// <param name="response">The response, whose form nobody has seen yet: what is wrong with it tells whoever reads it.</param>
    public static double? UnitsOf(ReadOnlySpan<byte> response)
    {
        try
        {
            var reader = new WireReader(response);
            reader.BeginObject();
            while (reader.NextMember(out var name))
            {
                if (name.SequenceEqual("ConsumedCapacity"u8))
                {
                    return Read(reader.ReadRawJson()).Sum(static resource => resource.Units);
                }

                reader.SkipJson();
            }

            return null;
        }
        catch (ItemFormatException)
        {
            return null;
        }
    }

    /// <summary>What a request consumed of one table and its indexes.</summary>
    /// <param name="table">The name by which the request calls it.</param>
    /// <param name="consumed">The member's value, an object or an array of them; may be empty.</param>
    public static double UnitsOf(string table, ReadOnlySpan<byte> consumed) =>
        Read(consumed).Sum(resource => resource.Table == table ? resource.Units : 0);

    /// <summary>The JSON of each table, as the conventions want it.</summary>
    /// <param name="consumed">The member's value, an object or an array of them; may be empty.</param>
    public static string[] Texts(ReadOnlySpan<byte> consumed)
    {
        if (consumed is not [(byte)'[', ..])
        {
            return consumed.IsEmpty ? [] : [Encoding.UTF8.GetString(consumed)];
        }

        var texts = new List<string>();
        var reader = new WireReader(consumed);
        reader.BeginArray();
        while (reader.NextElement())
        {
            texts.Add(Encoding.UTF8.GetString(reader.ReadRawJson()));
        }

        return [.. texts];
    }

    private static void ReadTable(ref WireReader reader, List<ConsumedResource> resources)
    {
        var whole = default(ConsumedResource);
        ConsumedResource? alone = null;
        var first = resources.Count;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("TableName"u8))
            {
                whole = whole with { Table = Encoding.UTF8.GetString(reader.ReadText()) };
            }
            else if (name.SequenceEqual("Table"u8))
            {
                alone = ReadUnits(ref reader);
            }
            else if (name.SequenceEqual("GlobalSecondaryIndexes"u8) || name.SequenceEqual("LocalSecondaryIndexes"u8))
            {
                ReadIndexes(ref reader, resources);
            }
            else
            {
                whole = Add(whole, name, ref reader);
            }
        }

        for (var i = first; i < resources.Count; i++)
        {
            resources[i] = resources[i] with { Table = whole.Table };
        }

        resources.Add(alone is { } table ? table with { Table = whole.Table } : whole);
    }

    private static void ReadIndexes(ref WireReader reader, List<ConsumedResource> resources)
    {
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            var index = Encoding.UTF8.GetString(name);
            resources.Add(ReadUnits(ref reader) with { Index = index });
        }
    }

    private static ConsumedResource ReadUnits(ref WireReader reader)
    {
        var units = default(ConsumedResource);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            units = Add(units, name, ref reader);
        }

        return units;
    }

    private static ConsumedResource Add(ConsumedResource units, ReadOnlySpan<byte> name, ref WireReader reader)
    {
        if (name.SequenceEqual("CapacityUnits"u8))
        {
            return units with { Units = reader.ReadJsonNumber() };
        }

        if (name.SequenceEqual("ReadCapacityUnits"u8))
        {
            return units with { Reads = reader.ReadJsonNumber() };
        }

        if (name.SequenceEqual("WriteCapacityUnits"u8))
        {
            return units with { Writes = reader.ReadJsonNumber() };
        }

        reader.SkipJson();
        return units;
    }
}
