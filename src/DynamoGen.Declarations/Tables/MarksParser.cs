using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Tables;

/// <summary>Reads by which attributes the items of a table are known for those of their entities.</summary>
internal static class MarksParser
{
    /// <summary>The attribute of the marker of a unique value that names the value's owner.</summary>
    private const string OwnerOfMarker = "_owner";

    public static MarksModel Read(AttributeData table) => new(
        table.Named<string?>("TypeAttribute", MarksModel.Default.Type) ?? string.Empty,
        table.Named<string?>("VersionAttribute", MarksModel.Default.Version) ?? string.Empty)
    {
        Presence = (ItemMarks)table.Named("Marks", 0),
    };

    /// <summary>What is wrong with the marks, as a sentence; null for nothing.</summary>
    public static string? Problem(MarksModel marks) =>
        marks.Type == marks.Version ? $"its TypeAttribute and its VersionAttribute are both '{marks.Type}'"
        : marks.All.Contains(OwnerOfMarker) ? $"the attribute '{OwnerOfMarker}' is that of the markers of unique values"
        : NamingRules.ProblemOfKeyAttributes([], marks.Type, marks.Version);
}
