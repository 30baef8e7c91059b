using Amazon.DynamoDBv2.Model;
using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Tables;
using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Entities;

/// <summary>Makes the entity of a group of items.</summary>
/// <param name="sample">The table.</param>
/// <param name="marks">The attributes that are marks.</param>
/// <param name="types">The names of the file's types.</param>
/// <param name="forms">The types of values.</param>
internal sealed class EntityDrafts(TableSample sample, IReadOnlyCollection<string> marks, NameSet types, ValueForms forms)
{
    private const int FewItems = 3;

    public EntityDraft Of(ItemGroup group)
    {
        var name = types.Take(NameOf(group));
        var properties = Properties(group.Items, name);
        var keys = new EntityKeys(sample, group.Items, properties);
        var first = keys.Table.Attributes.SelectMany(key => key.Properties).Select(property => property.Attribute).Distinct().ToList();
        return new EntityDraft(
            name,
            group.Mark,
            FormattableString.Invariant($"{group.Items.Count} sampled items."),
            keys.Table,
            keys.Indexes,
            [.. properties.Values.Where(property => !keys.IsComputed(property.Attribute))
                .OrderBy(property => first.IndexOf(property.Attribute) is >= 0 and var place ? place : int.MaxValue)
                .ThenBy(property => property.Name, StringComparer.Ordinal)],
            group.Items.Count < FewItems
                ? [FormattableString.Invariant($"seen in {group.Items.Count} of {sample.Items.Count} items, so that little is known of it")]
                : []);
    }

    private Dictionary<string, PropertyDraft> Properties(IReadOnlyList<Dictionary<string, AttributeValue>> items, string owner)
    {
        var members = new NameSet([.. NameSet.OfMembers, owner, "Others"], "Value");
        var columns = sample.KeyAttributes;
        return items.SelectMany(item => item.Keys).Distinct(StringComparer.Ordinal)
            .Where(attribute => !marks.Contains(attribute))
            .Order(StringComparer.Ordinal)
            .ToDictionary(attribute => attribute, attribute => Property(attribute, items, owner, members, columns.Contains(attribute)), StringComparer.Ordinal);
    }

    private PropertyDraft Property(string attribute, IReadOnlyList<Dictionary<string, AttributeValue>> items, string owner, NameSet members, bool isKey)
    {
        var held = items.Where(item => item.ContainsKey(attribute)).Select(item => item[attribute]).ToList();
        var form = forms.Of(held, owner, attribute, mayBeTime: !isKey);
        var isEnd = attribute == sample.Table.TimeToLive && form.Kind is ValueKind.Integer or ValueKind.EpochSeconds && !isKey;
        if (attribute == sample.Table.TimeToLive)
        {
            form = isEnd ? new ValueForm("DateTimeOffset", ValueKind.EpochSeconds, null, form.HasNull)
                : form with { Doubts = [.. form.Doubts, "the table's time to live, but no number of seconds in all items"] };
        }

        var doubts = PropertyDoubts.Of(form, held.Count, items.Count, "items");
        return new PropertyDraft(
            members.Take(Naming.Property(attribute)), attribute, form, held.Count < items.Count, isEnd ? ["TimeToLive"] : [], doubts);
    }

    /// <summary>The mark, or what the keys begin with: the sort key tells more, unless it is one text that many kinds have.</summary>
    private string NameOf(ItemGroup group)
    {
        if (group.Mark is { } mark && Naming.Type(mark) is { Length: > 0 } marked)
        {
            return marked;
        }

        var (partition, sort) = (Naming.Type(group.Partition), Naming.Type(group.Sort));
        var isConstant = sample.Key.Sort is [{ Type: "S" } column] && group.Items.All(item => item[column.Attribute].S == group.Sort);
        string[] candidates = isConstant || sort.Length == 0 ? [partition, partition + sort] : [sort, partition + sort];
        return candidates.FirstOrDefault(candidate => candidate.Length > 0 && types.IsFree(candidate)) ?? "Item";
    }
}
