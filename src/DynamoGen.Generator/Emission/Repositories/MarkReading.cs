using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the method by which generated code asks an item of which of some entities it is.</summary>
internal static class MarkReading
{
    /// <summary>Whether it is more than a look at the mark by its default name.</summary>
    public static bool IsSpecial(MarksModel marks) => marks.Type != MarksModel.Default.Type || marks.Presence != ItemMarks.Required;

    /// <summary>The expression that reads the mark.</summary>
    public static string Of(MarksModel marks) =>
        $"reader.PeekEntity({(marks.Type == MarksModel.Default.Type ? string.Empty : Text.Utf8(marks.Type))})";

    /// <summary>The method, whose answer is empty for an item of none of the entities that carries no mark.</summary>
    public static void Emit(SourceWriter writer, string accessibility, MarksModel marks, IEnumerable<KnownEntity> entities)
    {
        var signature = $"{accessibility} static {Names.Span} EntityOf({Names.WireReader} reader)";
        if (marks.Presence == ItemMarks.Required)
        {
            writer.Line($"{signature} => {Of(marks)};");
            return;
        }

        writer.Open(signature);
        if (marks.AreWritten)
        {
            writer.Line($"var entity = {Of(marks)};");
            writer.Open("if (!entity.IsEmpty)").Line("return entity;").Close().Line();
        }

        foreach (var (name, beginning) in entities.OrderByDescending(entity => entity.Beginning!.Told.Count()))
        {
            var tests = beginning!.Told.Select(key => $"reader.Begins({Text.Utf8(key.Attribute)}, {Text.Utf8(key.Text)})").ToArray();
            if (tests.Length == 0)
            {
                writer.Line($"return {Text.Utf8(name)};").Close();
                return;
            }

            writer.Open($"if ({string.Join(" && ", tests)})").Line($"return {Text.Utf8(name)};").Close().Line();
        }

        writer.Line("return default;").Close();
    }
}
