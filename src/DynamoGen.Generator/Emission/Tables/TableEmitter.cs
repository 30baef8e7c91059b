using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Tables;

/// <summary>Writes the schema of a table.</summary>
internal static class TableEmitter
{
    public static string Emit(TableModel table)
    {
        var writer = new SourceWriter().OpenFile(table.Type);
        writer.Line($"/// <summary>Table <c>{Text.Xml(table.Name)}</c>: "
            + $"partition key <c>{Text.Xml(table.PartitionKey)}</c>, sort key <c>{Text.Xml(table.SortKey ?? "none")}</c>.</summary>");
        writer.Open($"{Text.Declaration(table.Type.Declaration)} : {Names.TableInterface}<{table.Type.FullName}>");
        writer.Open($"static {Names.TableSchema} {Names.TableInterface}<{table.Type.FullName}>.Schema {{ get; }} = new {Names.TableSchema}");
        writer.Line($"Name = {Text.Literal(table.Name)},");
        writer.Line($"PartitionKey = {Text.Literal(table.PartitionKey)},");
        writer.Line($"SortKey = {Nullable(table.SortKey)},");
        foreach (var type in Types(table.PartitionKeyType, table.SortKeyType))
        {
            writer.Line(type + ",");
        }

        if (table.Marks.Type != MarksModel.Default.Type)
        {
            writer.Line($"TypeAttribute = {Text.Literal(table.Marks.Type)},");
        }

        if (table.Marks.Version != MarksModel.Default.Version)
        {
            writer.Line($"VersionAttribute = {Text.Literal(table.Marks.Version)},");
        }

        if (table.Marks.Presence != ItemMarks.Required)
        {
            writer.Line($"Marks = global::DynamoGen.ItemMarks.{table.Marks.Presence},");
        }

        if (table.IsProvisioned)
        {
            writer.Line("Billing = global::DynamoGen.BillingMode.Provisioned,");
        }

        if (TableSettingsText.Throughput(table.Throughput) is { } throughput)
        {
            writer.Line($"Throughput = {throughput},");
        }

        if (table.TimeToLive is not null)
        {
            writer.Line($"TimeToLive = {Text.Literal(table.TimeToLive)},");
        }

        if (table.Stream != StreamView.None)
        {
            writer.Line($"Stream = global::DynamoGen.StreamView.{table.Stream},");
        }

        foreach (var setting in TableSettingsText.Of(table.Settings))
        {
            writer.Line(setting + ",");
        }

        if (table.Indexes.Any(index => index.IsLocal))
        {
            writer.Open($"LocalIndexes = new {Names.LocalIndexSchema}[]");
            foreach (var index in table.Indexes.Where(index => index.IsLocal))
            {
                writer.Line($"new {Names.LocalIndexSchema} {{ Name = {Text.Literal(index.Name)}, SortKey = {Text.Literal(index.SortKey!)}"
                    + $"{string.Concat(Types(KeyAttributeType.String, index.SortKeyType).Select(type => ", " + type))}{Projection(index)} }},");
            }

            writer.Close(",");
        }

        writer.Open($"GlobalIndexes = new {Names.GlobalIndexSchema}[]");
        foreach (var index in table.Indexes.Where(index => !index.IsLocal))
        {
            writer.Line($"new {Names.GlobalIndexSchema} {{ Name = {Text.Literal(index.Name)}, "
                + $"PartitionKey = {Text.Literal(index.PartitionKey)}, SortKey = {Nullable(index.SortKey)}"
                + $"{string.Concat(Types(index.PartitionKeyType, index.SortKeyType).Select(type => ", " + type))}"
                + $"{Further("Partition", index.FurtherPartitionKeys)}{Further("Sort", index.FurtherSortKeys)}{Projection(index)}{Throughput(index)} }},");
        }

        return writer.Close(",").Close(";").Close().CloseFile(table.Type);
    }

    /// <summary>The types of keys that are not text, as members of an initializer.</summary>
    private static IEnumerable<string> Types(KeyAttributeType partitionKey, KeyAttributeType sortKey) =>
        new[] { ("PartitionKeyType", partitionKey), ("SortKeyType", sortKey) }.Where(key => key.Item2 != KeyAttributeType.String)
            .Select(key => $"{key.Item1} = global::DynamoGen.KeyAttributeType.{key.Item2}");

    private static string Further(string role, EquatableArray<IndexKeyModel> keys) => keys.Count == 0
        ? string.Empty
        : $", Further{role}Keys = new {Names.KeyAttributeSchema}[] {{ "
            + $"{string.Join(", ", keys.Select(key => $"new({Text.Literal(key.Name)}, global::DynamoGen.KeyAttributeType.{key.Type})"))} }}";

    private static string Projection(IndexModel index) => index.NonKeyAttributes switch
    {
        null => string.Empty,
        { Count: 0 } => ", Projection = global::DynamoGen.IndexProjection.KeysOnly",
        { } attributes =>
            $", Projection = global::DynamoGen.IndexProjection.Include, NonKeyAttributes = new[] {{ {string.Join(", ", attributes.Select(Text.Literal))} }}",
    };

    private static string Throughput(IndexModel index) => index.Throughput is { } own && TableSettingsText.Throughput(own) is { } throughput
        ? $", Throughput = {throughput}"
        : string.Empty;

    private static string Nullable(string? value) => value is null ? "null" : Text.Literal(value);
}
