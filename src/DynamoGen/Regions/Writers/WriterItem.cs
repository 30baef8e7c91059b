using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Keys;
using DynamoGen.Schema;

namespace DynamoGen.Regions.Writers;

/// <summary>The item of a table that says which region writes it. Its key holds the highest character of all, which no key of an entity may hold.</summary>
internal static class WriterItem
{
    /// <summary>The attribute that the epoch is in, of this item and of all others.</summary>
    public const string Epoch = "Epoch";

    /// <summary>What it carries as the name of its entity, so that no entity is made of the item.</summary>
    public const string EntityName = "DynamoGen#writer";

    private const string Region = "region";
    private const string Since = "since";
    private const string KeyText = KeyEscapes.UpperBound + "WRITER";

    /// <summary>The lowest number that DynamoDB stores.</summary>
    private const string KeyNumber = "-9.9999999999999999999999999999999999999E+125";

    public static Dictionary<string, AttributeValue> Key(TableSchema table)
    {
        var key = new Dictionary<string, AttributeValue> { [table.PartitionKey] = Value(table.PartitionKeyType) };
        if (table.SortKey is not null)
        {
            key[table.SortKey] = Value(table.SortKeyType);
        }

        return key;
    }

    /// <summary>The epoch of an item, this one or any other; null where it has none.</summary>
    public static WriterEpoch? EpochOf(IReadOnlyDictionary<string, AttributeValue> item) =>
        item.GetValueOrDefault(Epoch)?.N is { } number ? new WriterEpoch(long.Parse(number, CultureInfo.InvariantCulture)) : null;

    /// <summary>Reads what the copy of a client's region says; null where no failover has come there.</summary>
    public static async ValueTask<TableWriter?> FindAsync(IAmazonDynamoDB client, TableSchema table, string tableName, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = tableName, ConsistentRead = true, Key = Key(table) };
        var answer = await client.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Item is { Count: > 0 } item ? Read(item) : null;
    }

    /// <summary>Writes a writer into the copy of a client's region, in the place of an older one.</summary>
    /// <returns>Whether it stands there now; false where the copy knows a newer one, or another of the same epoch.</returns>
    public static async ValueTask<bool> ReplaceAsync(
        IAmazonDynamoDB client, TableSchema table, string tableName, TableWriter writer, CancellationToken cancellationToken)
    {
        var item = Key(table);
        item[table.TypeAttribute] = new AttributeValue(EntityName);
        item[Epoch] = new AttributeValue { N = writer.Epoch.ToString() };
        item[Region] = new AttributeValue(writer.Region);
        item[Since] = new AttributeValue(writer.Since?.ToString("O", CultureInfo.InvariantCulture));
        var request = new PutItemRequest
        {
            TableName = tableName,
            Item = item,
            ConditionExpression = "attribute_not_exists(#epoch) OR #epoch < :epoch",
            ExpressionAttributeNames = new() { ["#epoch"] = Epoch },
            ExpressionAttributeValues = new() { [":epoch"] = item[Epoch] },
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            await client.PutItemAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionalCheckFailedException refusal)
        {
            // The client may have sent the write twice, and the second be refused because the first was applied.
            return refusal.Item is { Count: > 0 } stored && Read(stored) == writer;
        }
    }

    private static TableWriter Read(Dictionary<string, AttributeValue> item) => new(
        item[Region].S,
        new WriterEpoch(long.Parse(item[Epoch].N, CultureInfo.InvariantCulture)),
        DateTimeOffset.Parse(item[Since].S, CultureInfo.InvariantCulture));

    private static AttributeValue Value(KeyAttributeType type) => type switch
    {
        KeyAttributeType.Number => new AttributeValue { N = KeyNumber },
        KeyAttributeType.Binary => new AttributeValue { B = new MemoryStream(Encoding.UTF8.GetBytes(KeyText)) },
        _ => new AttributeValue(KeyText),
    };
}
