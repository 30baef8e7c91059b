using DynamoGen.Calls;
using DynamoGen.ItemKeys;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transport;

namespace DynamoGen.Migrations.Verification;

/// <summary>Reads items by TransactGetItems, as they are at one moment.</summary>
/// <param name="sender">Sends the requests.</param>
/// <param name="reading">The pace of the reads.</param>
/// <param name="pattern">What the requests are part of.</param>
internal sealed class TransactedReads(RequestSender sender, CapacityPace reading, AccessPattern pattern)
{
    /// <returns>For each key the item's JSON, or null where there is none.</returns>
    public async ValueTask<IReadOnlyList<byte[]?>> ReadAsync((TableSchema Table, ItemKey Key)[] keys, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        var table = sender.TableName(pattern.Table);
        using var call = sender.Start(pattern, table);
        using var writer = new WireWriter();
        Write(writer, keys);
        try
        {
            using var response = await sender.SendAsync(call, pattern, table, writer, keys.Length, cancellationToken).ConfigureAwait(false);
            var (items, capacity) = TransactGetResponse.Read(response.Body.Span);
            call.Received(response, items.Count(static item => item is not null), capacity);
            reading.Charge(capacity.Units);
            return items;
        }
        catch (Exception exception)
        {
            if (exception is ThrottledException)
            {
                reading.Throttled();
            }

            call.Failed(exception);
            throw;
        }
    }

    private void Write(WireWriter writer, (TableSchema Table, ItemKey Key)[] keys)
    {
        writer.Raw("{\"ReturnConsumedCapacity\":\"TOTAL\",\"TransactItems\":["u8);
        for (var index = 0; index < keys.Length; index++)
        {
            writer.Raw(index == 0 ? "{\"Get\":{\"TableName\":\""u8 : ",{\"Get\":{\"TableName\":\""u8);
            writer.Text(sender.TableName(keys[index].Table));
            writer.Raw("\",\"Key\":"u8);
            writer.Key(keys[index].Table, keys[index].Key);
            writer.Raw("}}"u8);
        }

        writer.Raw("]}"u8);
    }
}
