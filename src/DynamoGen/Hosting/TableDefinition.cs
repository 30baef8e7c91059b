using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;

namespace DynamoGen.Hosting;

/// <summary>Says a <see cref="TableSchema"/> in the words of CreateTable.</summary>
internal static class TableDefinition
{
    public static CreateTableRequest CreateTable(TableSchema schema, string tableName) => new()
    {
        TableName = tableName,
        KeySchema = Keys(schema.PartitionKey, schema.SortKey),
        AttributeDefinitions = [.. KeyAttributes(schema).Distinct().Select(name => new AttributeDefinition(name, ScalarAttributeType.S))],
        LocalSecondaryIndexes = schema.LocalIndexes.Count > 0 ? [.. schema.LocalIndexes.Select(index => Index(schema, index))] : null,
        GlobalSecondaryIndexes = schema.GlobalIndexes.Count > 0 ? [.. schema.GlobalIndexes.Select(index => Index(schema, index))] : null,
        BillingMode = schema.Billing == DynamoGen.BillingMode.Provisioned
            ? Amazon.DynamoDBv2.BillingMode.PROVISIONED
            : Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST,
        ProvisionedThroughput = Throughput(schema),
    };

    private static GlobalSecondaryIndex Index(TableSchema schema, GlobalIndexSchema index) => new()
    {
        IndexName = index.Name,
        KeySchema = Keys(index.PartitionKey, index.SortKey),
        Projection = Projected(index.Projection, index.NonKeyAttributes),
        ProvisionedThroughput = Throughput(schema),
    };

    private static LocalSecondaryIndex Index(TableSchema schema, LocalIndexSchema index) => new()
    {
        IndexName = index.Name,
        KeySchema = Keys(schema.PartitionKey, index.SortKey),
        Projection = Projected(index.Projection, index.NonKeyAttributes),
    };

    public static ProjectionType TypeOf(IndexProjection projection) => projection switch
    {
        IndexProjection.KeysOnly => ProjectionType.KEYS_ONLY,
        IndexProjection.Include => ProjectionType.INCLUDE,
        _ => ProjectionType.ALL,
    };

    private static Projection Projected(IndexProjection projection, IReadOnlyList<string> nonKeyAttributes) => new()
    {
        ProjectionType = TypeOf(projection),
        NonKeyAttributes = projection == IndexProjection.Include ? [.. nonKeyAttributes] : null,
    };

    private static List<KeySchemaElement> Keys(string partitionKey, string? sortKey) => sortKey is null
        ? [new KeySchemaElement(partitionKey, KeyType.HASH)]
        : [new KeySchemaElement(partitionKey, KeyType.HASH), new KeySchemaElement(sortKey, KeyType.RANGE)];

    private static IEnumerable<string> KeyAttributes(TableSchema schema)
    {
        var keys = schema.GlobalIndexes.Select(index => (index.PartitionKey, index.SortKey)).Concat(schema.LocalIndexes.Select(index => (schema.PartitionKey, (string?)index.SortKey)))
            .Prepend((schema.PartitionKey, schema.SortKey));
        foreach (var (partitionKey, sortKey) in keys)
        {
            yield return partitionKey;
            if (sortKey is not null)
            {
                yield return sortKey;
            }
        }
    }

    private static ProvisionedThroughput? Throughput(TableSchema schema) => schema.Billing == DynamoGen.BillingMode.Provisioned
        ? new ProvisionedThroughput(schema.ReadCapacityUnits, schema.WriteCapacityUnits)
        : null;
}
