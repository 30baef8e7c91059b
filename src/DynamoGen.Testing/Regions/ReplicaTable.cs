using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DynamoGen.Testing;

/// <summary>A table that is in all regions.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KeyAttributes">The attributes of its key: the partition key, and the sort key where there is one.</param>
/// <param name="IsProtected">Whether DeleteTable is refused.</param>
/// <param name="TimeToLive">The attribute by which items expire, or null.</param>
internal sealed record ReplicaTable(string Name, IReadOnlyList<string> KeyAttributes, bool IsProtected, string? TimeToLive)
{
    /// <summary>Which item has these attributes; null where they lack a part of the key.</summary>
    public ReplicatedItem? ItemOf(JsonElement attributes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var name in KeyAttributes)
            {
                if (!attributes.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Object)
                {
                    return null;
                }

                writer.WritePropertyName(name);
                WriteValue(writer, value);
            }

            writer.WriteEndObject();
        }

        return new ReplicatedItem(Name, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Whether the service deletes an item at a time: one whose time came more than five years before is left.</summary>
    public bool HasExpired(JsonElement item, DateTimeOffset now) =>
        TimeToLive is not null
        && item.TryGetProperty(TimeToLive, out var value)
        && value.TryGetProperty("N", out var number)
        && decimal.TryParse(number.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= now.ToUnixTimeSeconds()
        && seconds > now.AddYears(-5).ToUnixTimeSeconds();

    private static void WriteValue(Utf8JsonWriter writer, JsonElement value)
    {
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            if (member.Name == "N" && member.Value.GetString() is { } digits)
            {
                writer.WriteStringValue(Plain(digits));
            }
            else
            {
                member.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>The number as a stream writes it, whatever zeros a request gives it.</summary>
    private static string Plain(string digits) =>
        digits.Length <= 28 && decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : digits;
}
