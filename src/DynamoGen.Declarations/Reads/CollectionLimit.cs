using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Tables;

namespace DynamoGen.Declarations.Reads;

/// <summary>
/// Finds which item that a collection needs may lie behind a limit. The one that is read first never does: a limit is at least 1. It is first where its
/// sort key is a text that comes before what those of all others begin with.
/// </summary>
internal static class CollectionLimit
{
    /// <param name="members">The members of the collection with the keys that they are read by.</param>
    /// <param name="isDescending">Whether the partition is read backwards.</param>
    /// <returns>The member, or null where none can be cut off.</returns>
    public static ItemCollectionMember? CutOff(IReadOnlyList<(ItemCollectionMember Member, KeyModel Key)> members, bool isDescending) =>
        members.Where(needed => needed.Member.IsRequired)
            .Where(needed => members.Any(other => other != needed && !ComesFirst(needed.Key, other.Key, isDescending)))
            .Select(needed => needed.Member)
            .FirstOrDefault();

    private static bool ComesFirst(KeyModel key, KeyModel other, bool isDescending)
    {
        if (Whole(key) is not { } whole || Beginning(other) is not { } beginning)
        {
            return false;
        }

        var common = Math.Min(whole.Length, beginning.Length);
        var order = string.CompareOrdinal(whole, 0, beginning, 0, common);
        return isDescending ? order > 0 : order < 0 || (order == 0 && whole.Length <= beginning.Length);
    }

    /// <summary>The sort key where it is one text for all items.</summary>
    private static string? Whole(KeyModel key) =>
        key.Sort is { Type: KeyAttributeType.String } sort && key.FurtherSort.Count == 0 && sort.Parts.All(part => part.Kind == KeyPartKind.Literal)
            ? string.Concat(sort.Parts.Select(part => part.Text))
            : null;

    private static string? Beginning(KeyModel key) =>
        key.Sort is { Type: KeyAttributeType.String, Parts: { Count: > 0 } parts } && parts[0].Kind == KeyPartKind.Literal ? parts[0].Text : null;
}
