using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Regions.Writers;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Streams;

namespace DynamoGen.Regions.Guards;

/// <summary>
/// Reads the change stream of one region of a table of one region, and puts back what a failover's region has written and the region before it has
/// overwritten, because it had not heard of the failover. Every region that may become the writer needs one. It can be told a change again.
/// </summary>
/// <remarks>
/// <para>
/// Between the arrival of the older item and its repair, readers see the older one, and an update is made of it; the time is that of the stream, mostly below
/// a second. A deletion carries no epoch: what is to be fenced is deleted by <see cref="TombstoneAttribute"/>.
/// </para>
/// <para>The stream must carry new and old images (<see cref="StreamView.NewAndOldImages"/>).</para>
/// </remarks>
public sealed class WriterGuard : IStreamHandler
{
    /// <summary>The attribute of an item that was put back, which says for which change of the stream; a put leaves it out again.</summary>
    internal const string PlaceAttribute = "_place";

    private const string NotOlder = "attribute_exists(#key) AND (attribute_not_exists(#epoch) OR #epoch < :epoch OR (#epoch = :epoch AND #place < :place))";

    private readonly IAmazonDynamoDB _client;
    private readonly TableSchema _table;
    private readonly string _tableName;
    private readonly string _region;

    /// <summary>Creates the guard.</summary>
    /// <param name="client">The client of the region whose stream is read.</param>
    /// <param name="table">The table.</param>
    /// <param name="tableName">Its name in this environment.</param>
    /// <param name="region">The system name of the region.</param>
    public WriterGuard(IAmazonDynamoDB client, TableSchema table, string tableName, string region)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(tableName);
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        (_client, _table, _tableName, _region) = (client, table, tableName, region);
    }

    /// <inheritdoc/>
    public async ValueTask HandleAsync(StreamRecord record, CancellationToken cancellationToken)
    {
        if (record.OldImage.IsEmpty || record.NewImage.IsEmpty)
        {
            return;
        }

        var (before, after) = (Read(record.OldImage.Span), Read(record.NewImage.Span));
        if (EpochGuard.IsPutBack(_region, WriterItem.EpochOf(before), WriterItem.EpochOf(after)))
        {
            await PutBackAsync(before, record.Change.SequenceNumber, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The condition is <see cref="EpochGuard.MayPutBack"/> in DynamoDB's words; where it fails, what stands there is newer or is the item itself.
    /// </summary>
    private async ValueTask PutBackAsync(Dictionary<string, AttributeValue> item, SequenceNumber change, CancellationToken cancellationToken)
    {
        item.TryAdd(PlaceAttribute, new AttributeValue(change.ToSortableString()));
        var request = new PutItemRequest
        {
            TableName = _tableName,
            Item = item,
            ConditionExpression = NotOlder,
            ExpressionAttributeNames = new() { ["#key"] = _table.PartitionKey, ["#epoch"] = WriterItem.Epoch, ["#place"] = PlaceAttribute },
            ExpressionAttributeValues = new() { [":epoch"] = item[WriterItem.Epoch], [":place"] = item[PlaceAttribute] },
        };
        try
        {
            await _client.PutItemAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ConditionalCheckFailedException)
        {
            // There is nothing to repair any more.
        }
    }

    private static Dictionary<string, AttributeValue> Read(ReadOnlySpan<byte> image)
    {
        var item = new Dictionary<string, AttributeValue>();
        var reader = new WireReader(image);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            item[reader.NameText(name)] = reader.ReadAttributeValue();
        }

        return item;
    }
}
