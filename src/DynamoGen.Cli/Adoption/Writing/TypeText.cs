using DynamoGen.Cli.Adoption.Entities;

namespace DynamoGen.Cli.Adoption.Writing;

/// <summary>Writes the enums and the converter of a file.</summary>
internal static class TypeText
{
    public static void Write(SourceWriter writer, FileDraft file)
    {
        foreach (var values in file.Enums)
        {
            writer.Line().Unsure(values.Doubts);
            if (values.HasFlags)
            {
                writer.Line("[Flags]");
            }

            writer.Line($"public enum {values.Name}{(values.Type is { } type ? " : " + type : "")}").Line("{");
            foreach (var member in values.Members)
            {
                writer.Line($"    {member},");
            }

            writer.Line("}");
        }

        if (file.BooleanConverter is { } converter)
        {
            writer.Line()
                .Line($"public sealed class {converter} : DynamoGen.Serialization.IAttributeConverter<bool, int>")
                .Line("{")
                .Line("    public static int ToStored(bool value) => value ? 1 : 0;")
                .Line()
                .Line("    public static bool FromStored(int stored) => stored != 0;")
                .Line("}");
        }
    }
}
