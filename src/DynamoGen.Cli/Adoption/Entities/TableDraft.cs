using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Tables;

namespace DynamoGen.Cli.Adoption.Entities;

/// <summary>A table with its entities, as they are to be written.</summary>
/// <param name="Shape">What is known of the table.</param>
/// <param name="Name">The name of its class.</param>
/// <param name="Marks">The names of the marks of type and version; null where items have none.</param>
/// <param name="Entities">Its entities.</param>
/// <param name="Doubts">What is not certain of it.</param>
internal sealed record TableDraft(
    TableShape Shape, string Name, (string Type, string Version)? Marks, IReadOnlyList<EntityDraft> Entities, IReadOnlyList<string> Doubts)
{
    public const string UsualType = "_t";
    public const string UsualVersion = "_v";

    /// <summary>The name of the class of a table.</summary>
    public static string NameOf(string table) => Naming.Type(table) is { Length: > 0 } typed ? typed + "Table" : "AdoptedTable";

    /// <summary>Whether the keys of some entities begin as those of others do, so that only marks tell their items apart.</summary>
    public static bool NeedMarks(IReadOnlyList<EntityDraft> entities) =>
        entities.Where((entity, i) => entities.Take(i).Any(other => !other.Key.DiffersFrom(entity.Key))).Any();

    /// <summary>What is not certain of a table whose items carry no marks, and need some.</summary>
    public static string AddedMarks((string Type, string Version) marks) =>
        "its items carry no mark, and the keys of some entities begin as those of others do: what is written gets the marks "
        + $"'{marks.Type}' and '{marks.Version}'; those without are read by Get and Query of one entity, until a MarkStamper gives them theirs";
}
