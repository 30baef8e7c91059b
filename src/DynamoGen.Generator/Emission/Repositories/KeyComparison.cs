using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>The comparison of one key attribute in a key condition.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="IsPartition">Whether it is of the partition key.</param>
/// <param name="Name">The placeholder of its name.</param>
/// <param name="Text">The comparison as the expression has it.</param>
/// <param name="Placeholders">The placeholders of the values that it compares with.</param>
/// <param name="Parts">The parts that are given, of each of these values.</param>
/// <param name="Number">The attribute's number in a key of several; empty otherwise.</param>
internal sealed record KeyComparison(
    KeyAttributeModel Attribute,
    bool IsPartition,
    string Name,
    string Text,
    IReadOnlyList<string> Placeholders,
    IReadOnlyList<BoundPart> Parts,
    string Number)
{
    /// <summary>The placeholder of a lower bound.</summary>
    public const string From = ":from";

    /// <summary>The placeholder of an upper bound.</summary>
    public const string To = ":to";

    public bool IsRange => Placeholders.Count > 1;

    /// <summary>The comparisons of a key condition: one for each key, or for each attribute of keys that are made of several.</summary>
    public static IEnumerable<KeyComparison> Of(KeyConditionModel condition)
    {
        var key = condition.Key;
        if (key.FurtherPartition.Count == 0 && key.FurtherSort.Count == 0)
        {
            yield return Equal(key.Partition, isPartition: true, string.Empty, condition.Partition);
            if (condition.SortKind != SortConditionKind.None)
            {
                yield return Sort(key.Sort!, string.Empty, condition.SortKind, condition.SortPrefix);
            }

            yield break;
        }

        var partition = key.PartitionAttributes.ToArray();
        for (var i = 0; i < partition.Length; i++)
        {
            yield return Equal(partition[i], isPartition: true, Source.Text.Number(i), [condition.Partition[i]]);
        }

        var sort = key.SortAttributes.ToArray();
        for (var i = 0; i < condition.SortPrefix.Count; i++)
        {
            yield return Equal(sort[i], isPartition: false, Source.Text.Number(i), [condition.SortPrefix[i]]);
        }

        if (condition.SortKind == SortConditionKind.Between)
        {
            var next = condition.SortPrefix.Count;
            yield return Sort(sort[next], Source.Text.Number(next), SortConditionKind.Between, []);
        }
    }

    private static KeyComparison Equal(KeyAttributeModel attribute, bool isPartition, string number, IReadOnlyList<BoundPart> parts)
    {
        var name = (isPartition ? "pk" : "sk") + number;
        return new KeyComparison(attribute, isPartition, "#" + name, $"#{name} = :{name}", [":" + name], parts, number);
    }

    private static KeyComparison Sort(KeyAttributeModel attribute, string number, SortConditionKind kind, IReadOnlyList<BoundPart> parts)
    {
        var name = "#sk" + number;
        return kind switch
        {
            SortConditionKind.Equals => Equal(attribute, isPartition: false, number, parts),
            SortConditionKind.BeginsWith =>
                new KeyComparison(attribute, IsPartition: false, name, $"begins_with({name}, :sk{number})", [":sk" + number], parts, number),
            _ => new KeyComparison(attribute, IsPartition: false, name, $"{name} BETWEEN {From} AND {To}", [From, To], parts, number),
        };
    }
}
