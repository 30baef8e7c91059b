using DynamoGen.Declarations.Tables;

namespace DynamoGen.Analyzers.Schema;

/// <summary>The marks of a table's items as the lock holds them: what differs from the usual ones, which each item carries.</summary>
internal static class StoredMarks
{
    public const string TypeMember = "typeAttribute";
    public const string VersionMember = "versionAttribute";
    public const string PresenceMember = "marks";

    /// <summary>The lock's members; a value is null for what is usual.</summary>
    public static IEnumerable<(string Name, string? Value)> MembersOf(MarksModel marks) =>
    [
        (TypeMember, marks.Type == MarksModel.Default.Type ? null : marks.Type),
        (VersionMember, marks.Version == MarksModel.Default.Version ? null : marks.Version),
        (PresenceMember, marks.Presence == ItemMarks.Required ? null : Shown(marks.Presence)),
    ];

    /// <summary>The marks with what a member says of them; null where it says nothing.</summary>
    public static MarksModel? With(MarksModel marks, string member, string text) => member switch
    {
        TypeMember => marks with { Type = text },
        VersionMember => marks with { Version = text },
        _ => new[] { ItemMarks.Optional, ItemMarks.None }.Where(presence => Shown(presence) == text)
            .Select(presence => marks with { Presence = presence }).FirstOrDefault(),
    };

    /// <summary>What the items that are stored lose by a change, as the end of a sentence; null where they lose nothing.</summary>
    public static string? Loss(MarksModel locked, MarksModel found) =>
        found.Presence == ItemMarks.None || (locked.Presence == ItemMarks.None && found.Presence == ItemMarks.Optional) ? null
        : locked.Presence > found.Presence || locked.Type != found.Type || locked.Version != found.Version
            ? $"its marks are locked as {Shown(locked)} and found as {Shown(found)}, by which item collections, scans and streams pass over items that are "
                + "stored; keep them, or stamp the items and accept the change in the lock"
        : null;

    /// <summary>As a report names them.</summary>
    public static string Shown(MarksModel marks) => marks.Presence == ItemMarks.None
        ? "none"
        : $"'{marks.Type}' and '{marks.Version}'{(marks.Presence == ItemMarks.Optional ? ", optional" : string.Empty)}";

    private static string Shown(ItemMarks presence) => presence == ItemMarks.Optional ? "optional" : "none";
}
