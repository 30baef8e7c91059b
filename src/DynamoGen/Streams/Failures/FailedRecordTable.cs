using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Streams.Fences;

namespace DynamoGen.Streams.Failures;

/// <summary>
/// Keeps failed records in a table of DynamoDB, in the order of their handler's stream, and feeds them to the handler again. A record is stored as it is,
/// compressed, in as many items as it needs.
/// </summary>
/// <param name="client">Reads and writes the table.</param>
/// <param name="options">Names the table.</param>
/// <param name="tableName">The table's name before any prefix; null for that of <see cref="Table"/>.</param>
/// <remarks>
/// A record holds the item's images, and so what the item holds. The reason is stored as the name of its type; its message only where it is a
/// <see cref="DynamoGenException"/>, whose messages never hold a value.
/// </remarks>
public sealed class FailedRecordTable(IAmazonDynamoDB client, DynamoGenOptions options, string? tableName = null) : IFailedRecords
{
    /// <summary>What an item can hold beside the other attributes, which are a few hundred bytes.</summary>
    private const int PartBytes = 390 * 1024;

    private readonly string _table = options.TableName(tableName is null ? Table : Table with { Name = tableName });

    /// <summary>The table's name, with any prefix.</summary>
    public string TableName => _table;

    /// <summary>The table: the handler's name in <c>pk</c>, the sequence number and the part in <c>sk</c>.</summary>
    public static TableSchema Table { get; } = new() { Name = "failed-records", PartitionKey = "pk", SortKey = "sk" };

    /// <inheritdoc/>
    /// <remarks>The same record put aside again takes the place of the first.</remarks>
    public async ValueTask AddAsync(FailedRecord failed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(failed);
        var content = Compress(failed.Record.Json.Span);
        var parts = Math.Max(1, (content.Length + PartBytes - 1) / PartBytes);

        // The first part says how many there are; until it is written, the record is not there.
        for (var part = parts - 1; part >= 0; part--)
        {
            var bytes = content.AsSpan(part * PartBytes, Math.Min(PartBytes, content.Length - (part * PartBytes))).ToArray();
            await client.PutItemAsync(_table, Item(failed, part, parts, bytes), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The records of a handler, in the order of their sequence numbers.</summary>
    /// <param name="handler">The handler's name.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<StoredFailure> ReadAsync(string handler, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(handler);
        return ReadAsync(
            "pk = :handler",
            new() { [":handler"] = new AttributeValue(handler) },
            cancellationToken);
    }

    /// <summary>Finds one record of a handler.</summary>
    /// <param name="handler">The handler's name.</param>
    /// <param name="number">The record's sequence number.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The record, or null where it is not in the table.</returns>
    public ValueTask<StoredFailure?> FindAsync(string handler, SequenceNumber number, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(handler);
        return ReadAsync(
            "pk = :handler AND begins_with(sk, :number)",
            new() { [":handler"] = new AttributeValue(handler), [":number"] = new AttributeValue($"{number.ToSortableString()}#") },
            cancellationToken).FirstOrDefaultAsync(cancellationToken);
    }

    private async IAsyncEnumerable<StoredFailure> ReadAsync(
        string condition, Dictionary<string, AttributeValue> values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, AttributeValue>? first = null;
        var content = new MemoryStream();
        var request = new QueryRequest
        {
            TableName = _table,
            KeyConditionExpression = condition,
            ExpressionAttributeValues = values,
            ConsistentRead = true,
        };
        do
        {
            var page = await client.QueryAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items ?? [])
            {
                if (item.ContainsKey("parts"))
                {
                    first = item;
                    content = new MemoryStream();
                }

                if (first is null)
                {
                    // Parts of a record whose first one is not written yet.
                    continue;
                }

                item["record"].B.WriteTo(content);
                if (PartOf(item) == int.Parse(first["parts"].N, CultureInfo.InvariantCulture) - 1)
                {
                    yield return Read(first, content);
                    first = null;
                }
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    /// <summary>Takes a record out of the table.</summary>
    /// <param name="failure">The record.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask DeleteAsync(StoredFailure failure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(failure);

        // The first part goes first: without it, the rest is no record.
        for (var part = 0; part < failure.Parts; part++)
        {
            var key = Key(failure.Handler, failure.Record.Change.SequenceNumber, part);
            await client.DeleteItemAsync(_table, key, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Feeds the records of a handler to it again, in their order, and takes out those that it handles. Behind one that fails again, the later ones of its
    /// item wait.
    /// </summary>
    /// <param name="handler">The handler.</param>
    /// <param name="name">Its name.</param>
    /// <param name="fence">
    /// The handler's fence, or null. With it, a record of an item of which a later change has been handled meanwhile is taken out as outdated; without it,
    /// the handler gets the older change behind the newer one.
    /// </param>
    /// <param name="limit">The most records that are looked at, the oldest of them; null for all.</param>
    /// <param name="cancellationToken">Ends the feeding.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public async ValueTask<ReplayedFailures> ReplayAsync(
        IStreamHandler handler, string name, IStreamFence? fence = null, int? limit = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (limit is { } most)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most, nameof(limit));
        }

        var result = default(ReplayedFailures);
        var waiting = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var failure in ReadAsync(name, cancellationToken).Take(limit ?? int.MaxValue).ConfigureAwait(false))
        {
            var item = ItemKeys.KeyText.Read(failure.Record.Keys.Span);
            if (waiting.Contains(item))
            {
                result = result with { Failed = result.Failed + 1 };
                continue;
            }

            if (fence is not null && await fence.HasPassedAsync(name, failure.Record.Change, cancellationToken).ConfigureAwait(false))
            {
                result = result with { Outdated = result.Outdated + 1 };
            }
            else if (await TryHandleAsync(handler, name, fence, failure, cancellationToken).ConfigureAwait(false))
            {
                result = result with { Handled = result.Handled + 1 };
            }
            else
            {
                waiting.Add(item);
                result = result with { Failed = result.Failed + 1 };
                continue;
            }

            await DeleteAsync(failure, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    private async ValueTask<bool> TryHandleAsync(
        IStreamHandler handler, string name, IStreamFence? fence, StoredFailure failure, CancellationToken cancellationToken)
    {
        try
        {
            await handler.HandleAsync(failure.Record, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The record stays, with the new reason.
            await AddAsync(new FailedRecord(name, failure.Record, exception, failure.Attempts + 1, failure.FailedAt), cancellationToken).ConfigureAwait(false);
            return false;
        }

        if (fence is not null)
        {
            await fence.PassAsync(name, failure.Record.Change, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private static Dictionary<string, AttributeValue> Item(FailedRecord failed, int part, int parts, byte[] content)
    {
        var item = Key(failed.Handler, failed.Record.Change.SequenceNumber, part);
        item["record"] = new AttributeValue { B = new MemoryStream(content) };
        if (part > 0)
        {
            return item;
        }

        item["parts"] = Number(parts);
        item["attempts"] = Number(failed.Attempts);
        item["failedAt"] = new AttributeValue(failed.FailedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        item["reason"] = new AttributeValue(failed.Reason.GetType().FullName);
        if (failed.Reason is DynamoGenException)
        {
            item["message"] = new AttributeValue(failed.Reason.Message);
        }

        return item;
    }

    private static Dictionary<string, AttributeValue> Key(string handler, SequenceNumber number, int part) => new()
    {
        ["pk"] = new AttributeValue(handler),
        ["sk"] = new AttributeValue($"{number.ToSortableString()}#{part.ToString("D4", CultureInfo.InvariantCulture)}"),
    };

    private static int PartOf(Dictionary<string, AttributeValue> item) => int.Parse(item["sk"].S[^4..], CultureInfo.InvariantCulture);

    private static AttributeValue Number(int value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    private static StoredFailure Read(Dictionary<string, AttributeValue> item, MemoryStream content)
    {
        var json = Decompress(content);
        var reader = new WireReader(json);
        return new StoredFailure(
            item["pk"].S,
            StreamRecordReader.Read(json, ref reader),
            item["reason"].S,
            item.TryGetValue("message", out var message) ? message.S : null,
            int.Parse(item["attempts"].N, CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(item["failedAt"].S, CultureInfo.InvariantCulture))
        {
            Parts = int.Parse(item["parts"].N, CultureInfo.InvariantCulture),
        };
    }

    private static byte[] Compress(ReadOnlySpan<byte> json)
    {
        var compressed = new MemoryStream();
        using (var stream = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(json);
        }

        return compressed.ToArray();
    }

    private static byte[] Decompress(MemoryStream compressed)
    {
        compressed.Position = 0;
        using var stream = new BrotliStream(compressed, CompressionMode.Decompress);
        var json = new MemoryStream();
        stream.CopyTo(json);
        return json.ToArray();
    }
}
