using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;

namespace DynamoGen.Testing;

/// <summary>
/// The time to live of one region's tables, by which the test and not the server removes items: tells clients that it is enabled, and marks the records of
/// its removals as the service does, which are those of the region where an item expired alone.
/// </summary>
/// <param name="tables">The replicated tables by name.</param>
internal sealed class RegionExpiries(IReadOnlyDictionary<string, ReplicaTable> tables)
{
    private readonly ConcurrentDictionary<string, bool> _events = [];

    /// <summary>Takes a record for one of a removal by time to live.</summary>
    /// <param name="eventId">Its <c>eventID</c>.</param>
    public void Add(string eventId) => _events[eventId] = true;

    /// <summary>The answer to a DescribeTimeToLive of a replicated table that has one; null for any other request.</summary>
    public byte[]? Describe(string operation, byte[] body)
    {
        if (operation != "DescribeTimeToLive")
        {
            return null;
        }

        using var request = JsonDocument.Parse(body);
        return request.RootElement.TryGetProperty("TableName", out var name)
            && tables.TryGetValue(name.GetString()!, out var table)
            && table.TimeToLive is { } attribute
                ? JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, Dictionary<string, string>>
                {
                    ["TimeToLiveDescription"] = new() { ["TimeToLiveStatus"] = "ENABLED", ["AttributeName"] = attribute },
                })
                : null;
    }

    /// <summary>An answer with its records marked; the answer itself where it has none of them.</summary>
    public byte[] Mark(string operation, byte[] answer)
    {
        if (operation != "GetRecords" || _events.IsEmpty)
        {
            return answer;
        }

        using var page = JsonDocument.Parse(answer);
        return page.RootElement.TryGetProperty("Records", out var records) && records.EnumerateArray().Any(IsExpiry) ? Marked(page.RootElement) : answer;
    }

    private byte[] Marked(JsonElement page)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in page.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                if (member.Name == "Records")
                {
                    WriteRecords(writer, member.Value);
                }
                else
                {
                    member.Value.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void WriteRecords(Utf8JsonWriter writer, JsonElement records)
    {
        writer.WriteStartArray();
        foreach (var record in records.EnumerateArray())
        {
            writer.WriteStartObject();
            foreach (var member in record.EnumerateObject())
            {
                member.WriteTo(writer);
            }

            if (IsExpiry(record))
            {
                writer.WriteStartObject("userIdentity"u8);
                writer.WriteString("PrincipalId"u8, "dynamodb.amazonaws.com"u8);
                writer.WriteString("Type"u8, "Service"u8);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private bool IsExpiry(JsonElement record) => record.TryGetProperty("eventID", out var id) && _events.ContainsKey(id.GetString()!);
}
