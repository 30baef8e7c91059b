using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Tables;

namespace DynamoGen.Declarations.Costs;

/// <summary>
/// What an index holds of an entity's items. An item is in each index of whose key it has all attributes, whether or not its entity declares a key
/// there: an index over plain attributes, or over the table's own keys, needs no such key.
/// </summary>
/// <param name="Index">The index's name.</param>
/// <param name="Keys">The attributes of its key.</param>
/// <param name="Held">The attributes that it holds beside the keys; null where it holds all.</param>
/// <param name="IsCertain">Whether each item is in it; otherwise a value may be absent.</param>
/// <param name="IsFixed">Whether the index key of an item never changes, because it is made of the primary key alone.</param>
internal sealed record IndexCopy(string Index, IReadOnlyList<string> Keys, IReadOnlyList<string>? Held, bool IsCertain, bool IsFixed)
{
    public static IEnumerable<IndexCopy> Of(TableModel table, EntityModel entity) =>
        table.Indexes.Select(index => Of(index, entity)).OfType<IndexCopy>();

    /// <summary>Whether the index holds an attribute of its items.</summary>
    public bool Holds(string attribute) => Held is null || Held.Contains(attribute) || Keys.Contains(attribute);

    private static IndexCopy? Of(IndexModel index, EntityModel entity)
    {
        string[] keys =
        [
            .. new[] { index.PartitionKey, index.SortKey }.OfType<string>(),
            .. index.FurtherPartitionKeys.Concat(index.FurtherSortKeys).Select(key => key.Name),
        ];
        var presences = keys.Select(key => Presence(entity, key)).ToArray();
        return presences.Contains(null)
            ? null
            : new IndexCopy(
                index.Name, keys, index.NonKeyAttributes?.ToArray(), presences.All(presence => presence == true), keys.All(key => IsFixedIn(entity, key)));
    }

    /// <summary>Whether an attribute is in every item (true) or in some (false); null if it is in none.</summary>
    private static bool? Presence(EntityModel entity, string attribute)
    {
        if (entity.Marks.All.Contains(attribute) || entity.Keys[0].Attributes.Any(key => key.Attribute == attribute))
        {
            return true;
        }

        if (entity.Shape.Members.FirstOrDefault(member => member.Attribute == attribute && member.IsStored) is { } member)
        {
            return SmallestItem.IsAlwaysThere(member);
        }

        var declared = entity.Keys.Where(key => key.Attributes.Any(part => part.Attribute == attribute)).ToArray();
        return declared.Length > 0 ? declared.Any(key => key.Parts.All(part => !part.IsNullable))
            : entity.Shape.Members.Any(other => other.IsCatchAll) ? false
            : null;
    }

    private static bool IsFixedIn(EntityModel entity, string attribute)
    {
        var primary = entity.Keys[0].Parts.Where(part => part.IsPlaceholder).Select(part => part.Text).ToArray();
        var declared = entity.Keys.SelectMany(key => key.Attributes).FirstOrDefault(key => key.Attribute == attribute);
        return attribute == entity.Marks.Type
            || (attribute == entity.Marks.Version && entity.Version == 1)
            || declared?.Parts.All(part => !part.IsPlaceholder || primary.Contains(part.Text)) == true
            || entity.Shape.Members.Any(member => member.Attribute == attribute && primary.Contains(member.Property));
    }
}
