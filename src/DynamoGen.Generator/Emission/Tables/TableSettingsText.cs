using System.Globalization;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Tables;

/// <summary>What a table is for and how AWS keeps it, as members of an initializer: those alone that were declared.</summary>
internal static class TableSettingsText
{
    private const string Schema = "global::DynamoGen.Schema";

    /// <summary>The throughput, or null where nothing of it is declared.</summary>
    public static string? Throughput(ThroughputModel throughput)
    {
        var members = new List<string>();
        Add("ReadCapacityUnits", throughput.ReadCapacityUnits, 0);
        Add("WriteCapacityUnits", throughput.WriteCapacityUnits, 0);
        Add("MaxReadUnits", throughput.MaxReadUnits, 0);
        Add("MaxWriteUnits", throughput.MaxWriteUnits, 0);
        Add("WarmReadUnits", throughput.WarmReadUnits, 0);
        Add("WarmWriteUnits", throughput.WarmWriteUnits, 0);
        Add("TargetUtilization", throughput.TargetUtilization, ThroughputModel.DefaultTarget);
        return members.Count == 0 ? null : $"new {Schema}.ThroughputSchema {{ {string.Join(", ", members)} }}";

        void Add(string name, long value, long otherwise)
        {
            if (value != otherwise)
            {
                members.Add($"{name} = {Number(value)}");
            }
        }
    }

    public static IEnumerable<string> Of(TableSettings settings)
    {
        if (settings.Purpose != TablePurpose.Unspecified)
        {
            yield return $"Purpose = global::DynamoGen.TablePurpose.{settings.Purpose}";
        }

        if (settings.IsInfrequentlyAccessed)
        {
            yield return "Class = global::DynamoGen.TableClass.StandardInfrequentAccess";
        }

        if (settings.Encryption != TableEncryption.DynamoDBOwnedKey)
        {
            yield return $"Encryption = global::DynamoGen.TableEncryption.{settings.Encryption}";
        }

        if (settings.EncryptionKey is { } key)
        {
            yield return $"EncryptionKey = {Text.Literal(key)}";
        }

        if (settings.RecoveryPeriodInDays > 0)
        {
            yield return $"RecoveryPeriodInDays = {Number(settings.RecoveryPeriodInDays)}";
        }

        if (settings.DeletionProtection)
        {
            yield return "DeletionProtection = true";
        }

        if (settings.IsStronglyConsistent)
        {
            yield return "Consistency = global::DynamoGen.TableConsistency.Strong";
        }

        if (settings.Replicas.Count > 0)
        {
            yield return $"Replicas = new {Schema}.ReplicaSchema[] {{ {string.Join(", ", settings.Replicas.Select(Replica))} }}";
        }

        if (settings.Writes.Mode != RegionWriteMode.AnyRegion)
        {
            yield return $"Writes = {Writes(settings.Writes)}";
        }

        if (settings.Traffic is { } traffic)
        {
            yield return $"Traffic = new {Schema}.TrafficSchema({Number(traffic.ReadsPerSecond)}, {Number(traffic.WritesPerSecond)})";
        }

        if (settings.Tags.Count > 0)
        {
            yield return "Tags = new global::System.Collections.Generic.KeyValuePair<string, string>[] { "
                + $"{string.Join(", ", settings.Tags.Select(tag => $"new({Text.Literal(tag.Key)}, {Text.Literal(tag.Value)})"))} }}";
        }

        if (settings.VectorIndexes.Count > 0)
        {
            yield return $"VectorIndexes = new {Schema}.VectorIndexSchema[] {{ {string.Join(", ", settings.VectorIndexes.Select(VectorIndex))} }}";
        }
    }

    private static string Replica(ReplicaModel replica) => $"new({Text.Literal(replica.Region)}{(replica.IsWitness ? ", IsWitness: true" : string.Empty)})";

    private static string Writes(RegionWritesModel writes)
    {
        var named = writes.Region is { } region ? $", Region: {Text.Literal(region)}"
            : writes.Property is { } property ? $", Property: {Text.Literal(property)}"
            : string.Empty;
        return $"new {Schema}.RegionWritesSchema({Schema}.RegionWriteMode.{writes.Mode}{named})";
    }

    private static string VectorIndex(VectorIndexModel index) =>
        $"new({Text.Literal(index.Name)}, {Text.Literal(index.Attribute)}, {Number(index.Dimensions)}, global::DynamoGen.VectorDistance.{index.Distance})";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
