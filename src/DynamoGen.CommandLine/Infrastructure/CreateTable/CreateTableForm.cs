using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;

namespace DynamoGen.CommandLine.Infrastructure.CreateTable;

/// <summary>
/// Says a table in the words of <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</see>, and what
/// that cannot say in those of the calls that follow it.
/// </summary>
internal static class CreateTableForm
{
    private static readonly string[] OfOtherCalls = ["TimeToLiveSpecification", "PointInTimeRecoverySpecification"];

    /// <summary>The request, as <c>aws dynamodb create-table --cli-input-json</c> takes it.</summary>
    public static BlockValue Request(DeclaredTable table) => new([.. RegionalTable.OfFirstRegion(table.Schema, table.Name).Properties
        .Where(property => !OfOtherCalls.Contains(property.Name))
        .Select(property => property.Name switch
        {
            "StreamSpecification" => property with { Value = new BlockValue([new("StreamEnabled", true), .. ((BlockValue)property.Value).Properties]) },
            "SSESpecification" => property with { Value = Encryption((BlockValue)property.Value) },
            _ => property,
        })]);

    /// <summary>The calls that must follow, by their operation, with their requests.</summary>
    public static IEnumerable<(string Operation, BlockValue Request)> Further(DeclaredTable table)
    {
        var properties = RegionalTable.Of(table.Schema, table.Name);
        if (properties["TimeToLiveSpecification"] is { } timeToLive)
        {
            yield return ("UpdateTimeToLive", Named(table, "TimeToLiveSpecification", timeToLive));
        }

        if (table.Schema.RecoveryPeriodInDays > 0)
        {
            const string Name = "PointInTimeRecoverySpecification";
            yield return ("UpdateContinuousBackups", Named(table, Name, properties[Name]!));
        }

        foreach (var scaling in Scaling.Of(table, string.Empty, new ResourceIds()))
        {
            yield return (scaling.Type == Scaling.TargetType ? "RegisterScalableTarget" : "PutScalingPolicy", scaling.Properties);
        }

        // The call is sent in the first region. A further one is added by an update each; strongly consistent ones come all at once.
        var further = table.Schema.Replicas.Where(replica => !replica.IsWitness).Skip(1).Select(replica => Create(table, replica.Region)).ToList();
        if (table.Schema.Consistency == TableConsistency.Strong)
        {
            yield return ("UpdateTable", Strong(table, further));
            yield break;
        }

        foreach (var replica in further)
        {
            yield return ("UpdateTable", Named(table, "ReplicaUpdates", new ListValue([replica])));
        }
    }

    private static BlockValue Strong(DeclaredTable table, IReadOnlyList<Value> further) => new BlockBuilder
    {
        { "TableName", table.Name },
        { "MultiRegionConsistency", "STRONG" },
        { "ReplicaUpdates", new ListValue(further) },
        {
            "GlobalTableWitnessUpdates",
            TableProperties.ListAny([.. table.Schema.Replicas.Where(replica => replica.IsWitness)], replica => new BlockBuilder
            {
                { "Create", new BlockBuilder { { "RegionName", replica.Region } }.Build() },
            })
        },
    }.Build();

    private static BlockValue Create(DeclaredTable table, string region) => new BlockBuilder
    {
        {
            "Create",
            new BlockBuilder
            {
                { "RegionName", region },
                { "KMSMasterKeyId", table.Schema.EncryptionKey is { } key ? new TextValue(key) : null },
                { "TableClassOverride", TableProperties.TableClass(table.Schema) },
            }.Build()
        },
    }.Build();

    private static BlockValue Named(DeclaredTable table, string property, Value value) => new([new("TableName", table.Name), new(property, value)]);

    /// <summary>CreateTable says <c>Enabled</c> where CloudFormation says <c>SSEEnabled</c>.</summary>
    private static BlockValue Encryption(BlockValue block) =>
        new([.. block.Properties.Select(property => property.Name == "SSEEnabled" ? property with { Name = "Enabled" } : property)]);
}
