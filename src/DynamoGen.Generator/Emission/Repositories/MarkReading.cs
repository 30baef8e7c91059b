using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>The expression by which generated code asks an item of which entity it is.</summary>
internal static class MarkReading
{
    public static string Of(MarksModel marks) =>
        $"reader.PeekEntity({(marks.Type == MarksModel.Default.Type ? string.Empty : Text.Utf8(marks.Type))})";
}
