using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Cli.Adoption.Tables;

/// <summary>Reads what a table is and some of its items.</summary>
internal sealed class TableReader(IAmazonDynamoDB client)
{
    /// <param name="table">The table's name.</param>
    /// <param name="items">The most items that are read.</param>
    /// <param name="segments">From how many places of the table, at once.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TableSample> ReadAsync(string table, int items, int segments, CancellationToken cancellationToken)
    {
        var description = (await client.DescribeTableAsync(table, cancellationToken)).Table;
        var life = (await client.DescribeTimeToLiveAsync(table, cancellationToken)).TimeToLiveDescription;
        var parts = await Task.WhenAll(Enumerable.Range(0, segments).Select(segment => ScanAsync(
            table, segment, segments, (items / segments) + (segment < items % segments ? 1 : 0), cancellationToken)));
        var types = description.AttributeDefinitions.ToDictionary(attribute => attribute.AttributeName, attribute => attribute.AttributeType.Value);
        return new TableSample(
            new TableShape(
                description.TableName,
                Key(description.KeySchema, types),
                [.. Global(description, types), .. Local(description, types)],
                description.BillingModeSummary?.BillingMode == Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST ? null
                    : (description.ProvisionedThroughput?.ReadCapacityUnits ?? 0, description.ProvisionedThroughput?.WriteCapacityUnits ?? 0),
                life?.TimeToLiveStatus == TimeToLiveStatus.ENABLED || life?.TimeToLiveStatus == TimeToLiveStatus.ENABLING ? life.AttributeName : null,
                description.StreamSpecification is { StreamEnabled: true } stream ? stream.StreamViewType.Value : null),
            [.. parts.SelectMany(part => part.Items)],
            parts.All(part => part.IsWhole),
            parts.Sum(part => part.Units));
    }

    private async Task<(List<Dictionary<string, AttributeValue>> Items, bool IsWhole, double Units)> ScanAsync(
        string table, int segment, int segments, int most, CancellationToken cancellationToken)
    {
        var (found, units) = (new List<Dictionary<string, AttributeValue>>(), 0.0);
        Dictionary<string, AttributeValue>? start = null;
        while (found.Count < most)
        {
            var answer = await client.ScanAsync(
                new ScanRequest(table)
                {
                    Segment = segment,
                    TotalSegments = segments,
                    Limit = most - found.Count,
                    ExclusiveStartKey = start,
                    ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
                },
                cancellationToken);
            found.AddRange(answer.Items ?? []);
            units += answer.ConsumedCapacity?.CapacityUnits ?? 0;
            start = answer.LastEvaluatedKey;
            if (start is not { Count: > 0 })
            {
                return (found, true, units);
            }
        }

        return (found, false, units);
    }

    private static IEnumerable<IndexShape> Global(TableDescription table, Dictionary<string, string> types) =>
        (table.GlobalSecondaryIndexes ?? []).Select(index => Index(index.IndexName, true, index.KeySchema, index.Projection, types));

    private static IEnumerable<IndexShape> Local(TableDescription table, Dictionary<string, string> types) =>
        (table.LocalSecondaryIndexes ?? []).Select(index => Index(index.IndexName, false, index.KeySchema, index.Projection, types));

    private static IndexShape Index(string name, bool isGlobal, List<KeySchemaElement> schema, Projection projection, Dictionary<string, string> types) =>
        new(name, isGlobal, Key(schema, types), projection.ProjectionType.Value, projection.NonKeyAttributes ?? []);

    private static KeyShape Key(List<KeySchemaElement> schema, Dictionary<string, string> types)
    {
        return new KeyShape(Columns(KeyType.HASH), Columns(KeyType.RANGE));

        List<KeyColumn> Columns(KeyType kind) =>
            [.. schema.Where(element => element.KeyType == kind).Select(element => new KeyColumn(element.AttributeName, types[element.AttributeName]))];
    }
}
