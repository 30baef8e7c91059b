using System.Globalization;
using DynamoGen.CommandLine.Documents.Content;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Documents.Drafts;

/// <summary>How each table is declared.</summary>
internal static class TableDraft
{
    private static readonly string[] Columns = ["Setting", "Declared"];

    public static Section Of(DocumentSource source) => new(
        "Tables",
        [.. source.Tables.Select(table => new Section(table.Name, [new Grid($"Settings of {table.Name}", Columns, [.. Settings(table).Select(Row)])]))]);

    /// <summary>What a stream carries.</summary>
    public static string Carries(StreamView view) => view switch
    {
        StreamView.KeysOnly => "keys",
        StreamView.NewImage => "new images",
        StreamView.OldImage => "old images",
        StreamView.NewAndOldImages => "new and old images",
        _ => "not declared",
    };

    private static IReadOnlyList<Cell> Row((string Name, string Value) setting) => [setting.Name, setting.Value];

    private static IEnumerable<(string Name, string Value)> Settings(SourceTable table)
    {
        var schema = table.Schema;
        yield return ("Key", table.Places.First().Key);
        if (schema.Purpose != TablePurpose.Unspecified)
        {
            yield return ("Purpose", schema.Purpose.ToString());
        }

        yield return ("Capacity", Capacity(schema));
        yield return ("Class", schema.Class == TableClass.Standard ? "Standard" : "Standard, infrequent access");
        yield return ("Point-in-time recovery", schema.RecoveryPeriodInDays > 0 ? Text($"{schema.RecoveryPeriodInDays} days") : "no");
        yield return ("Deletion protection", schema.DeletionProtection ? "yes" : "no");
        foreach (var setting in Further(schema))
        {
            yield return setting;
        }
    }

    private static IEnumerable<(string Name, string Value)> Further(TableSchema schema)
    {
        if (schema.TimeToLive is { } attribute)
        {
            yield return ("Time to live", attribute);
        }

        if (schema.Stream != StreamView.None)
        {
            yield return ("Stream", Carries(schema.Stream));
        }

        if (schema.Replicas.Count > 0)
        {
            var regions = schema.Replicas.Select(replica => replica.IsWitness ? $"{replica.Region} (witness)" : replica.Region);
            yield return ("Regions", $"{string.Join(", ", regions)}; consistency {schema.Consistency}");
            yield return ("Written by", Writers(schema.Writes));
        }

        if (schema.Traffic is { } traffic)
        {
            yield return ("Traffic at the peak", Text($"{traffic.ReadsPerSecond:N0} RCU and {traffic.WritesPerSecond:N0} WCU a second"));
            yield return ("Month of that traffic", MonthPrice.Of(schema) ?? "not estimated: its class has prices of its own");
        }

        foreach (var tag in schema.Tags)
        {
            yield return ($"Tag {tag.Key}", tag.Value);
        }
    }

    private static string Writers(RegionWritesSchema writes) => writes.Mode switch
    {
        RegionWriteMode.OneRegion => $"{writes.Region} alone",
        RegionWriteMode.HomeRegion => $"each item's home region, its {writes.Property}",
        _ => "any region",
    };

    private static string Capacity(TableSchema schema)
    {
        var throughput = schema.Throughput;
        var most = (throughput.MaxReadUnits, throughput.MaxWriteUnits) switch
        {
            (0, 0) => string.Empty,
            (var reads, 0) => Text($", at most {reads:N0} RCU"),
            (0, var writes) => Text($", at most {writes:N0} WCU"),
            var (reads, writes) => Text($", at most {reads:N0} RCU and {writes:N0} WCU"),
        };
        return schema.Billing == BillingMode.OnDemand
            ? $"on demand{most}"
            : Text($"provisioned, {throughput.ReadCapacityUnits:N0} RCU and {throughput.WriteCapacityUnits:N0} WCU{most}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
