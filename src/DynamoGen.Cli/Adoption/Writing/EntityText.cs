using DynamoGen.Cli.Adoption.Entities;
using DynamoGen.Cli.Adoption.Names;

namespace DynamoGen.Cli.Adoption.Writing;

/// <summary>Writes an entity.</summary>
internal static class EntityText
{
    public static void Write(SourceWriter writer, EntityDraft entity, string table, string unknown)
    {
        writer.Line($"// {Naming.Comment(entity.Origin)}").Unsure(entity.Doubts);
        writer.Line(entity.Mark is { } mark && mark != entity.Name ? $"[Entity<{table}>(Name = {Naming.Literal(mark)})]" : $"[Entity<{table}>]");
        WriteKey(writer, null, entity.Key);
        foreach (var (index, key) in entity.IndexKeys)
        {
            WriteKey(writer, index.Name, key);
        }

        writer.Line($"public sealed partial record {entity.Name}").Line("{");
        PropertyText.Write(writer, entity.Properties, unknown);
        writer.Line("}");
    }

    private static void WriteKey(SourceWriter writer, string? index, EntityKey key)
    {
        foreach (var attribute in key.Attributes)
        {
            writer.Unsure(attribute.Doubts.Select(doubt => $"'{attribute.Attribute}': {doubt}"));
        }

        var arguments = key.Attributes.Select(attribute => Naming.Literal(attribute.Template)).ToList();
        if (index is not null)
        {
            arguments.Insert(0, Naming.Literal(index));
            if (key.Sort is null)
            {
                arguments.Add("null");
            }
        }

        writer.Line($"[Key({string.Join(", ", arguments)})]");
    }
}
