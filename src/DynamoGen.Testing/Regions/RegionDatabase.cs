using System.Buffers;
using System.Text;
using System.Text.Json;

namespace DynamoGen.Testing;

/// <summary>A region's database behind its endpoint: what is written here is no write of the application.</summary>
/// <param name="http">Sends the requests.</param>
/// <param name="server">The server.</param>
/// <param name="region">The region's name, which with the access key chooses the database.</param>
/// <param name="accessKey">The access key.</param>
internal sealed class RegionDatabase(HttpClient http, Uri server, string region, string accessKey)
{
    /// <summary>The most writes of a BatchWriteItem.</summary>
    public const int BatchSize = 25;

    // DynamoDB Local reads the access key and the region, and checks no signature.
    private readonly string _authorization =
        $"AWS4-HMAC-SHA256 Credential={accessKey}/20260101/{region}/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=0";

    /// <summary>Puts and deletes whole items; of each item one at most.</summary>
    /// <exception cref="InvalidOperationException">The server refused it.</exception>
    public Task WriteAsync(IReadOnlyList<RegionChange> changes) => WriteAsync(writer =>
    {
        foreach (var table in changes.GroupBy(static change => change.Item.Table))
        {
            writer.WriteStartArray(table.Key);
            foreach (var change in table)
            {
                WriteChange(writer, change);
            }

            writer.WriteEndArray();
        }
    });

    /// <summary>Deletes items of a table, at most <see cref="BatchSize"/>.</summary>
    /// <exception cref="InvalidOperationException">The server refused it.</exception>
    public Task DeleteAsync(ReplicaTable table, IReadOnlyList<JsonElement> items) => WriteAsync(writer =>
    {
        writer.WriteStartArray(table.Name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("DeleteRequest"u8);
            writer.WriteStartObject("Key"u8);
            foreach (var name in table.KeyAttributes)
            {
                WriteMember(writer, name, item.GetProperty(name));
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    /// <summary>All items of a table, one document for each page.</summary>
    /// <exception cref="InvalidOperationException">The server refused it.</exception>
    public async IAsyncEnumerable<JsonElement> ScanAsync(string table)
    {
        JsonElement? last = null;
        do
        {
            using var page = await SendAsync("Scan", Json(writer =>
            {
                writer.WriteString("TableName"u8, table);
                writer.WriteBoolean("ConsistentRead"u8, true);
                if (last is { } start)
                {
                    WriteMember(writer, "ExclusiveStartKey", start);
                }
            })).ConfigureAwait(false);
            foreach (var item in page.RootElement.GetProperty("Items").EnumerateArray())
            {
                yield return item.Clone();
            }

            last = page.RootElement.TryGetProperty("LastEvaluatedKey", out var key) ? key.Clone() : null;
        }
        while (last is not null);
    }

    private async Task WriteAsync(Action<Utf8JsonWriter> writeItems)
    {
        var body = Json(writer =>
        {
            writer.WriteStartObject("RequestItems"u8);
            writeItems(writer);
            writer.WriteEndObject();
        });
        while (body is not null)
        {
            using var answer = await SendAsync("BatchWriteItem", body).ConfigureAwait(false);
            var rest = answer.RootElement.TryGetProperty("UnprocessedItems", out var unprocessed) && unprocessed.EnumerateObject().Any();
            body = rest ? Json(writer => WriteMember(writer, "RequestItems", unprocessed)) : null;
        }
    }

    private static void WriteChange(Utf8JsonWriter writer, RegionChange change)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(change.IsDeletion ? "DeleteRequest"u8 : "PutRequest"u8);
        writer.WritePropertyName(change.IsDeletion ? "Key"u8 : "Item"u8);
        writer.WriteRawValue((change.IsDeletion ? change.Keys : change.NewImage).Span, skipInputValidation: true);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private async Task<JsonDocument> SendAsync(string operation, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.0");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"DynamoDB_20120810.{operation}");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        using var response = await http.SendAsync(request).ConfigureAwait(false);
        var answer = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? JsonDocument.Parse(answer)
            : throw new InvalidOperationException($"{region} refused {operation}: {Encoding.UTF8.GetString(answer)}");
    }
}
