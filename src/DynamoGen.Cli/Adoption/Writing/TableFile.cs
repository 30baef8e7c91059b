using DynamoGen.Cli.Adoption.Entities;
using DynamoGen.Cli.Adoption.Names;

namespace DynamoGen.Cli.Adoption.Writing;

/// <summary>Writes the file of a table: its classes, entities, records and repositories.</summary>
internal static class TableFile
{
    /// <param name="table">The table.</param>
    /// <param name="space">The namespace.</param>
    public static string Write(TableDraft table, string space)
    {
        var (writer, sample) = (new SourceWriter(), table.Sample);
        var source = FormattableString.Invariant($"{(sample.IsWhole ? "all" : "a sample of")} {sample.Items.Count} items of the table '{sample.Name}'");
        writer.Line($"// Written by 'dotnet dynamogen adopt table' from {source}.")
            .Line("// What it is not sure of stands behind 'unsure:'. Read these lines, decide, and delete them.")
            .Line()
            .Line("using System;")
            .Line("using System.Collections.Generic;")
            .Line("using System.Threading.Tasks;")
            .Line("using DynamoGen;")
            .Line("using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;")
            .Line()
            .Line($"namespace {space};");
        writer.Line();
        TableText.Write(writer, table);
        foreach (var entity in table.Entities)
        {
            writer.Line();
            EntityText.Write(writer, entity, table.Name);
            writer.Line();
            RepositoryText.Write(writer, entity);
        }

        foreach (var record in table.Records)
        {
            writer.Line().Line($"public sealed record {record.Name}").Line("{");
            PropertyText.Write(writer, record.Properties);
            writer.Line("}");
        }

        return writer.ToString();
    }

    /// <summary>The namespace for a table's name.</summary>
    public static string NamespaceOf(string table) => Naming.Type(table) is { Length: > 0 } name ? name : "Adopted";
}
