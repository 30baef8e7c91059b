using DynamoGen.Cli.Adoption.Entities;
using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Tables;

namespace DynamoGen.Cli.Adoption.Writing;

/// <summary>Writes the class of a table.</summary>
internal static class TableText
{
    public static void Write(SourceWriter writer, TableDraft table)
    {
        var sample = table.Sample;
        if (table.Marks is null)
        {
            writer.Line("// Its items carry no mark: they are known by what their keys begin with. ItemMarks.Optional gives those marks that are written.");
        }

        writer.Unsure(Doubts(table));
        writer.Line($"[Table({string.Join(", ", [Naming.Literal(sample.Name), .. Settings(table)])})]");
        foreach (var index in sample.Indexes)
        {
            writer.Line($"[{(index.IsGlobal ? "GlobalIndex" : "LocalIndex")}({string.Join(", ", [Naming.Literal(index.Name), .. Settings(index)])})]");
        }

        writer.Line($"public sealed partial class {table.Name};");
    }

    private static IEnumerable<string> Doubts(TableDraft table)
    {
        if (table.Sample.Items.Count == 0)
        {
            yield return "the table has no items, so that there is no entity";
        }

        if (table is { Mark: null, Marks: var (type, version) })
        {
            yield return "its items carry no mark, and the keys of some entities begin as those of others do: what is written gets the marks "
                + $"'{type}' and '{version}'; those without are read by Get and Query of one entity, until a MarkStamper gives them theirs";
        }

        var unmarked = table.Mark is { } mark ? table.Sample.Items.Count(item => ItemMark.Of(item, mark) is null) : 0;
        if (unmarked > 0)
        {
            yield return FormattableString.Invariant(
                $"{unmarked} of {table.Sample.Items.Count} items carry no '{table.Mark}'; Get and Query of one entity read them, and nothing else does");
        }

        if (table.Marks is { Version: not TableDraft.UsualVersion })
        {
            yield return $"its items have an attribute '{TableDraft.UsualVersion}' of their own, so that the mark of the version has another name";
        }
    }

    private static IEnumerable<string> Settings(TableDraft table)
    {
        var sample = table.Sample;
        yield return $"PartitionKey = {Naming.Literal(sample.Key.Partition[0].Attribute)}";
        yield return sample.Key.Sort is [var sort] ? $"SortKey = {Naming.Literal(sort.Attribute)}" : "SortKey = null";
        foreach (var setting in KeyTypes(sample.Key))
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

        if (sample.ProvisionedUnits is var (read, write))
        {
            yield return FormattableString.Invariant($"Billing = BillingMode.Provisioned, ReadCapacityUnits = {read}, WriteCapacityUnits = {write}");
        }

        if (sample.TimeToLive is { } life)
        {
            yield return $"TimeToLive = {Naming.Literal(life)}";
        }

        if (sample.StreamView is { } view)
        {
            yield return $"Stream = StreamView.{Naming.Type(view)}";
        }
    }

    private static IEnumerable<string> Settings(SampledIndex index)
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

    private static IEnumerable<string> KeyTypes(SampledKey key)
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
