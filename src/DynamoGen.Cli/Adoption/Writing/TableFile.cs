using DynamoGen.Cli.Adoption.Entities;
using DynamoGen.Cli.Adoption.Names;

namespace DynamoGen.Cli.Adoption.Writing;

/// <summary>Writes the file of tables: their classes, entities, repositories and what these need.</summary>
internal static class TableFile
{
    private const string Fallback = "Adopted";

    /// <param name="file">What it has.</param>
    /// <param name="space">The namespace.</param>
    public static string Write(FileDraft file, string space)
    {
        var writer = new SourceWriter();
        writer.Line($"// Written by {Naming.Comment(file.Origin)}.")
            .Line("// What it is not sure of stands behind 'unsure:'. Read these lines, decide, and delete them.")
            .Unsure(file.Doubts)
            .Line();
        writer.Line("using System;")
            .Line("using System.Collections.Generic;")
            .Line("using System.Threading.Tasks;")
            .Line("using DynamoGen;")
            .Line("using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;")
            .Line()
            .Line($"namespace {space};");
        foreach (var table in file.Tables)
        {
            writer.Line();
            TableText.Write(writer, table);
            foreach (var entity in table.Entities)
            {
                writer.Line();
                EntityText.Write(writer, entity, table.Name, file.Unknown);
                writer.Line();
                RepositoryText.Write(writer, entity);
            }
        }

        foreach (var record in file.Records)
        {
            writer.Line().Unsure(record.Doubts).Line($"public sealed record {record.Name}").Line("{");
            PropertyText.Write(writer, record.Properties, file.Unknown);
            writer.Line("}");
        }

        TypeText.Write(writer, file);
        return writer.ToString();
    }

    /// <summary>The namespace for classes, in which what they use is seen and they themselves are hidden.</summary>
    public static string NamespaceBelow(string space) => space.Length == 0 ? Fallback : $"{space}.{Fallback}";

    /// <summary>The namespace for a table's name.</summary>
    public static string NamespaceOf(string table) => Naming.Type(table) is { Length: > 0 } name ? name : Fallback;
}
