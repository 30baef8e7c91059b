using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Store;

namespace DynamoGen.Migrations.ShadowReads;

/// <summary>Keeps the counts in <see cref="MigrationTable"/>: an item for each process.</summary>
/// <param name="client">The client; it may send requests again.</param>
/// <param name="tableName">The table.</param>
internal sealed class DynamoShadowReadStore(IAmazonDynamoDB client, string tableName) : IShadowReadStore
{
    private const string Counts = "counts";

    public async ValueTask WriteAsync(ShadowReadReport report, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest
        {
            TableName = tableName,
            Item = new()
            {
                [MigrationTable.PartitionKey] = new AttributeValue(PartitionOf(report.Migration, report.StateVersion)),
                [MigrationTable.SortKey] = new AttributeValue(report.Process),
                [Counts] = new AttributeValue { M = report.Counts.ToDictionary(count => count.AccessPattern, Write) },
            },
        };
        await client.PutItemAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<ShadowReadCount>> ListAsync(string migration, long stateVersion, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = tableName,
            ConsistentRead = true,
            KeyConditionExpression = $"{MigrationTable.PartitionKey} = :reads",
            ExpressionAttributeValues = new() { [":reads"] = new AttributeValue(PartitionOf(migration, stateVersion)) },
        };
        var found = new List<ShadowReadCount>();
        do
        {
            var page = await client.QueryAsync(request, cancellationToken).ConfigureAwait(false);
            found.AddRange((page.Items ?? []).SelectMany(item => item[Counts].M).Select(count => Read(count.Key, count.Value.M)));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return ShadowReadCount.Sum(found);
    }

    private static AttributeValue Write(ShadowReadCount count) => new()
    {
        M = new()
        {
            ["compared"] = Number(count.Compared),
            ["mismatched"] = Number(count.Mismatched),
            ["examples"] = new AttributeValue { L = [.. count.Examples.Select(hash => new AttributeValue(hash))], IsLSet = true },
        },
    };

    private static ShadowReadCount Read(string pattern, Dictionary<string, AttributeValue> count) => new(pattern, Read(count["compared"]), Read(count["mismatched"]))
    {
        Examples = [.. (count["examples"].L ?? []).Select(hash => hash.S)],
    };

    private static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    private static long Read(AttributeValue number) => long.Parse(number.N, CultureInfo.InvariantCulture);

    private static string PartitionOf(string migration, long stateVersion) => $"{migration}#SHADOW#{stateVersion.ToString(CultureInfo.InvariantCulture)}";
}
