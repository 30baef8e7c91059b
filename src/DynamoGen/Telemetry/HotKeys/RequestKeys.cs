using System.Text;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Telemetry.HotKeys;

/// <summary>Finds the partition keys in a request. A Scan has none.</summary>
internal static class RequestKeys
{
    /// <summary>The values of the partition keys as JSON, one for each item that the request reads or writes, under the names of their tables.</summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="tables">The tables of its call.</param>
    /// <param name="request">The whole request.</param>
    public static Dictionary<string, List<string>> Of(AccessPattern pattern, NamedTable[] tables, ReadOnlySpan<byte> request)
    {
        var found = new FoundKeys(tables);
        var reader = new WireReader(request);
        if (pattern.Operation == DynamoOperation.Query)
        {
            ReadQuery(Attributes(pattern), ref reader, found);
        }
        else if (pattern.Operation != DynamoOperation.Scan)
        {
            ReadObject(found, ref reader);
        }

        return found.ByTable;
    }

    /// <summary>The attributes of the partition key that a query gives, of which an index can have several.</summary>
    private static List<string> Attributes(AccessPattern pattern) =>
        pattern.Table.GlobalIndexes.FirstOrDefault(index => index.Name == pattern.Index) is { } global
            ? [global.PartitionKey, .. global.FurtherPartitionKeys.Select(static key => key.Name)]
            : [pattern.Table.PartitionKey];

    /// <summary>Looks for keys and items in the envelope of a request.</summary>
    private static void ReadObject(FoundKeys found, ref WireReader reader)
    {
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("TableName"u8))
            {
                found.Enter(reader.ReadText());
            }
            else if (name.SequenceEqual("Key"u8) || name.SequenceEqual("Item"u8))
            {
                ReadItem(found, ref reader);
            }
            else if (name.SequenceEqual("TransactItems"u8))
            {
                ReadElements(found, ref reader);
            }
            else if (name.SequenceEqual("RequestItems"u8))
            {
                ReadTables(found, ref reader);
            }
            else if (IsAction(name))
            {
                ReadObject(found, ref reader);
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

    private static void ReadTables(FoundKeys found, ref WireReader reader)
    {
        reader.BeginObject();
        while (reader.NextMember(out var table))
        {
            found.Enter(table);
            var probe = reader;
            if (probe.ReadRawJson() is [(byte)'[', ..])
            {
                ReadElements(found, ref reader);
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
                    ReadItem(found, ref reader);
                }
            }
        }
    }

    private static void ReadElements(FoundKeys found, ref WireReader reader)
    {
        reader.BeginArray();
        while (reader.NextElement())
        {
            ReadObject(found, ref reader);
        }
    }

    private static void ReadItem(FoundKeys found, ref WireReader reader)
    {
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (found.IsPartitionKey(name))
            {
                found.Add(ReadValue(ref reader));
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
    private static void ReadQuery(List<string> attributes, ref WireReader reader, FoundKeys found)
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
            found.Add(string.Join('#', parts));
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
