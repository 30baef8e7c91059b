using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Infrastructure.Tables;

/// <summary>The properties that a table has in one region as in several.</summary>
internal static class TableProperties
{
    public static ListValue AttributeDefinitions(TableSchema schema) => List(schema.ListKeyAttributes(), key => new BlockBuilder
    {
        { "AttributeName", key.Name },
        { "AttributeType", key.Type switch { KeyAttributeType.Number => "N", KeyAttributeType.Binary => "B", _ => "S" } },
    });

    public static ListValue KeySchema(TableSchema schema) => Keys([schema.PartitionKey], schema.SortKey is null ? [] : [schema.SortKey]);

    public static ListValue KeySchema(GlobalIndexSchema index) => Keys(
        index.FurtherPartitionKeys.Select(key => key.Name).Prepend(index.PartitionKey),
        index.SortKey is null ? [] : index.FurtherSortKeys.Select(key => key.Name).Prepend(index.SortKey));

    public static ListValue? LocalIndexes(TableSchema schema) => ListAny(schema.LocalIndexes, index => new BlockBuilder
    {
        { "IndexName", index.Name },
        { "KeySchema", Keys([schema.PartitionKey], [index.SortKey]) },
        { "Projection", Projection(index.Projection, index.NonKeyAttributes) },
    });

    public static ListValue? VectorIndexes(TableSchema schema) => ListAny(schema.VectorIndexes, index => new BlockBuilder
    {
        { "IndexName", index.Name },
        { "VectorAttribute", new BlockBuilder { { "AttributeName", index.Attribute } }.Build() },
        { "Dimensions", index.Dimensions },
        { "DistanceFunction", index.Distance switch { VectorDistance.Cosine => "COSINE", VectorDistance.DotProduct => "DOT_PRODUCT", _ => "EUCLIDEAN" } },
        { "Projection", Projection(IndexProjection.All, []) },
    });

    public static BlockValue Projection(IndexProjection projection, IReadOnlyList<string> nonKeyAttributes) => new BlockBuilder
    {
        { "ProjectionType", projection switch { IndexProjection.KeysOnly => "KEYS_ONLY", IndexProjection.Include => "INCLUDE", _ => "ALL" } },
        { "NonKeyAttributes", projection == IndexProjection.Include ? new ListValue([.. nonKeyAttributes.Select(name => new TextValue(name))]) : null },
    }.Build();

    public static string BillingMode(TableSchema schema) => schema.Billing == DynamoGen.BillingMode.Provisioned ? "PROVISIONED" : "PAY_PER_REQUEST";

    public static string TableClass(TableSchema schema) =>
        schema.Class == DynamoGen.TableClass.StandardInfrequentAccess ? "STANDARD_INFREQUENT_ACCESS" : "STANDARD";

    public static string StreamViewType(StreamView view) => view switch
    {
        StreamView.KeysOnly => "KEYS_ONLY",
        StreamView.NewImage => "NEW_IMAGE",
        StreamView.OldImage => "OLD_IMAGE",
        _ => "NEW_AND_OLD_IMAGES",
    };

    public static BlockValue? WarmThroughput(ThroughputSchema? throughput) => throughput is null ? null : new BlockBuilder
    {
        { "ReadUnitsPerSecond", Given(throughput.WarmReadUnits) },
        { "WriteUnitsPerSecond", Given(throughput.WarmWriteUnits) },
    }.BuildAny();

    public static BlockValue? TimeToLive(TableSchema schema) => schema.TimeToLive is null ? null : new BlockBuilder
    {
        { "AttributeName", schema.TimeToLive },
        { "Enabled", true },
    }.Build();

    public static BlockValue PointInTimeRecovery(TableSchema schema) => new BlockBuilder
    {
        { "PointInTimeRecoveryEnabled", schema.RecoveryPeriodInDays > 0 },
        { "RecoveryPeriodInDays", Given(schema.RecoveryPeriodInDays) },
    }.Build();

    public static ListValue? Tags(TableSchema schema) => ListAny(schema.Tags, tag => new BlockBuilder { { "Key", tag.Key }, { "Value", tag.Value } });

    public static ListValue List<T>(IEnumerable<T> items, Func<T, BlockBuilder> block) => new([.. items.Select(item => block(item).Build())]);

    public static ListValue? ListAny<T>(IReadOnlyCollection<T> items, Func<T, BlockBuilder> block) => items.Count == 0 ? null : List(items, block);

    public static Value? Given(long units) => units > 0 ? new NumberValue(units) : null;

    private static ListValue Keys(IEnumerable<string> partition, IEnumerable<string> sort) =>
        new([.. partition.Select(name => Key(name, "HASH")), .. sort.Select(name => Key(name, "RANGE"))]);

    private static BlockValue Key(string name, string type) => new BlockBuilder { { "AttributeName", name }, { "KeyType", type } }.Build();
}
