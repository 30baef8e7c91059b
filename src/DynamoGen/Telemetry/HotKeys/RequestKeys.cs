using System.Text;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Telemetry.HotKeys;

/// <summary>Finds the partition keys in a request. A Scan has none.</summary>
internal static class RequestKeys
{
    /// <summary>The values of the partition keys as JSON, one for each item that the request reads or writes.</summary>
    /// <param name="pattern">The access pattern. The tables of a transaction's other actions must name their partition key as its table does.</param>
    /// <param name="request">The whole request.</param>
    public static List<string> Of(AccessPattern pattern, ReadOnlySpan<byte> request)
    {
        var keys = new List<string>();
        var reader = new WireReader(request);
        if (pattern.Operation == DynamoOperation.Query)
        {
            ReadQuery(Attributes(pattern), ref reader, keys);
        }
        else if (pattern.Operation != DynamoOperation.Scan)
        {
            ReadObject(Encoding.UTF8.GetBytes(pattern.Table.PartitionKey), ref reader, keys);
        }

        return keys;
    }

    /// <summary>The attributes of the partition key that a query gives, of which an index can have several.</summary>
    private static List<string> Attributes(AccessPattern pattern) =>
        pattern.Table.GlobalIndexes.FirstOrDefault(index => index.Name == pattern.Index) is { } global
            ? [global.PartitionKey, .. global.FurtherPartitionKeys.Select(static key => key.Name)]
            : [pattern.Table.PartitionKey];

    /// <summary>Looks for keys and items in the envelope of a request.</summary>
    private static void ReadObject(ReadOnlySpan<byte> partitionKey, ref WireReader reader, List<string> keys)
    {
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Key"u8) || name.SequenceEqual("Item"u8))
            {
                ReadItem(partitionKey, ref reader, keys);
            }
            else if (name.SequenceEqual("TransactItems"u8))
            {
                ReadElements(partitionKey, ref reader, keys);
            }
            else if (name.SequenceEqual("RequestItems"u8))
            {
                ReadTables(partitionKey, ref reader, keys);
            }
            else if (IsAction(name))
            {
                ReadObject(partitionKey, ref reader, keys);
            }
            else
            {
                reader.SkipJson();
            }
        }
    }

    private static bool IsAction(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("Put"u8) || name.SequenceEqual("Update"u8) || name.SequenceEqual("Delete"u8) || name.SequenceEqual("ConditionCheck"u8)
        || name.SequenceEqual("Get"u8) || name.SequenceEqual("PutRequest"u8) || name.SequenceEqual("DeleteRequest"u8);

    private static void ReadTables(ReadOnlySpan<byte> partitionKey, ref WireReader reader, List<string> keys)
    {
        reader.BeginObject();
        while (reader.NextMember(out _))
        {
            var probe = reader;
            if (probe.ReadRawJson() is [(byte)'[', ..])
            {
                ReadElements(partitionKey, ref reader, keys);
                continue;
            }

            reader.BeginObject();
            while (reader.NextMember(out var name))
            {
                if (!name.SequenceEqual("Keys"u8))
                {
                    reader.SkipJson();
                    continue;
                }

                reader.BeginArray();
                while (reader.NextElement())
                {
                    ReadItem(partitionKey, ref reader, keys);
                }
            }
        }
    }

    private static void ReadElements(ReadOnlySpan<byte> partitionKey, ref WireReader reader, List<string> keys)
    {
        reader.BeginArray();
        while (reader.NextElement())
        {
            ReadObject(partitionKey, ref reader, keys);
        }
    }

    private static void ReadItem(ReadOnlySpan<byte> partitionKey, ref WireReader reader, List<string> keys)
    {
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual(partitionKey))
            {
                keys.Add(ReadValue(ref reader));
            }
            else
            {
                reader.SkipJson();
            }
        }
    }

    /// <summary>The content of <c>{"S":"content"}</c>, whatever its type.</summary>
    private static string ReadValue(ref WireReader reader)
    {
        var content = string.Empty;
        reader.BeginObject();
        while (reader.NextMember(out _))
        {
            content = Encoding.UTF8.GetString(reader.ReadText());
        }

        return content;
    }

    /// <summary>Finds what a query's key condition compares the partition key with. Expressions are ours: a name, an equals sign and a value.</summary>
    private static void ReadQuery(List<string> attributes, ref WireReader reader, List<string> keys)
    {
        var condition = string.Empty;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("KeyConditionExpression"u8))
            {
                condition = Encoding.UTF8.GetString(reader.ReadText());
            }
            else if (name.SequenceEqual("ExpressionAttributeNames"u8))
            {
                reader.BeginObject();
                while (reader.NextMember(out var placeholder))
                {
                    var key = Encoding.UTF8.GetString(placeholder);
                    names[key] = Encoding.UTF8.GetString(reader.ReadText());
                }
            }
            else if (name.SequenceEqual("ExpressionAttributeValues"u8))
            {
                ReadValues(condition, ref reader, values);
            }
            else
            {
                reader.SkipJson();
            }
        }

        var parts = condition.Split(" AND ").Select(static part => part.Split(" = ")).Where(static sides => sides.Length == 2)
            .Where(sides => names.TryGetValue(sides[0], out var attribute) && attributes.Contains(attribute))
            .Select(sides => values.GetValueOrDefault(sides[1])).ToArray();
        if (parts.Length == attributes.Count && Array.TrueForAll(parts, static part => part is not null))
        {
            keys.Add(string.Join('#', parts));
        }
    }

    private static void ReadValues(string condition, ref WireReader reader, Dictionary<string, string> values)
    {
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            var placeholder = Encoding.UTF8.GetString(name);
            if (condition.Contains($" = {placeholder}", StringComparison.Ordinal))
            {
                values[placeholder] = ReadValue(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }
    }
}
