using DynamoGen.Cli.Adoption.Entities;
using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Tables;

namespace DynamoGen.Cli.Adoption.Writing;

/// <summary>Writes the class of a table.</summary>
internal static class TableText
{
    public static void Write(SourceWriter writer, TableDraft table)
    {
        var shape = table.Shape;
        if (table.Marks is null)
        {
            writer.Line("// Its items carry no mark: they are known by what their keys begin with. ItemMarks.Optional gives those marks that are written.");
        }

        writer.Unsure(table.Doubts);
        writer.Line($"[Table({string.Join(", ", [Naming.Literal(shape.Name), .. Settings(table)])})]");
        foreach (var index in shape.Indexes)
        {
            writer.Line($"[{(index.IsGlobal ? "GlobalIndex" : "LocalIndex")}({string.Join(", ", [Naming.Literal(index.Name), .. Settings(index)])})]");
        }

        writer.Line($"public sealed partial class {table.Name};");
    }

    private static IEnumerable<string> Settings(TableDraft table)
    {
        var shape = table.Shape;
        yield return $"PartitionKey = {Naming.Literal(shape.Key.Partition[0].Attribute)}";
        yield return shape.Key.Sort is [var sort] ? $"SortKey = {Naming.Literal(sort.Attribute)}" : "SortKey = null";
        foreach (var setting in KeyTypes(shape.Key))
        {
            yield return setting;
        }

        switch (table.Marks)
        {
            case null:
                yield return "Marks = ItemMarks.None";
                break;
            case { Type: not TableDraft.UsualType } marks:
                yield return $"TypeAttribute = {Naming.Literal(marks.Type)}";
                break;
        }

        if (table.Marks is { Version: not TableDraft.UsualVersion and var version })
        {
            yield return $"VersionAttribute = {Naming.Literal(version)}";
        }

        if (shape.ProvisionedUnits is var (read, write))
        {
            yield return FormattableString.Invariant($"Billing = BillingMode.Provisioned, ReadCapacityUnits = {read}, WriteCapacityUnits = {write}");
        }

        if (shape.TimeToLive is { } life)
        {
            yield return $"TimeToLive = {Naming.Literal(life)}";
        }

        if (shape.StreamView is { } view)
        {
            yield return $"Stream = StreamView.{Naming.Type(view)}";
        }
    }

    private static IEnumerable<string> Settings(IndexShape index)
    {
        if (index.Key.IsTemplated)
        {
            if (index.IsGlobal)
            {
                yield return $"PartitionKey = {Naming.Literal(index.Key.Partition[0].Attribute)}";
            }

            if (index.Key.Sort is [var sort])
            {
                yield return $"SortKey = {Naming.Literal(sort.Attribute)}";
            }

            foreach (var setting in KeyTypes(index.IsGlobal ? index.Key : index.Key with { Partition = [] }))
            {
                yield return setting;
            }
        }
        else
        {
            foreach (var setting in Several("Partition", index.Key.Partition).Concat(Several("Sort", index.Key.Sort)))
            {
                yield return setting;
            }
        }

        if (index.Projection != "ALL")
        {
            yield return $"Projection = IndexProjection.{(index.Projection == "INCLUDE" ? "Include" : "KeysOnly")}";
        }

        if (index.NonKeyAttributes.Count > 0)
        {
            yield return $"NonKeyAttributes = [{string.Join(", ", index.NonKeyAttributes.Select(Naming.Literal))}]";
        }
    }

    private static IEnumerable<string> Several(string which, IReadOnlyList<KeyColumn> columns) => columns.Count == 0
        ? []
        : [$"{which}Keys = [{string.Join(", ", columns.Select(column => Naming.Literal(column.Attribute)))}]",
           $"{which}KeyTypes = [{string.Join(", ", columns.Select(column => KeyType(column.Type)))}]"];

    private static IEnumerable<string> KeyTypes(KeyShape key)
    {
        if (key.Partition is [{ Type: not "S" } partition])
        {
            yield return $"PartitionKeyType = {KeyType(partition.Type)}";
        }

        if (key.Sort is [{ Type: not "S" } sort])
        {
            yield return $"SortKeyType = {KeyType(sort.Type)}";
        }
    }

    private static string KeyType(string type) => "KeyAttributeType." + type switch { "N" => "Number", "B" => "Binary", _ => "String" };
}
