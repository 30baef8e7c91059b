using System.Globalization;
using System.Text.RegularExpressions;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Tables;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>An index that a key may be put into: one that is there and free for the entity, or one that is yet to be declared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PartitionKey">The attribute of its partition key.</param>
/// <param name="SortKey">The attribute of its sort key.</param>
/// <param name="IsNew">Whether it is yet to be declared.</param>
internal sealed record ProposedIndex(string Name, string PartitionKey, string SortKey, bool IsNew)
{
    /// <summary>As many global indexes as a table can have by default.</summary>
    private const int MostIndexes = 20;

    private static readonly Regex Digits = new("[0-9]+", RegexOptions.CultureInvariant);

    /// <summary>The indexes that may answer a question, the cheapest first.</summary>
    /// <param name="table">The table.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="values">What the partition key is made of.</param>
    /// <param name="named">The index that the access pattern names, or null.</param>
    public static IEnumerable<ProposedIndex> For(TableModel table, EntityModel entity, IReadOnlyList<AskedValue> values, string? named)
    {
        var free = table.Indexes.Where(index => IsFree(index, table, entity))
            .Where(index => named is null ? IsOverloaded(index, values) : index.Name == named)
            .Select(index => new ProposedIndex(index.Name, index.PartitionKey, index.SortKey!, IsNew: false));
        var isFull = table.Indexes.Count(index => !index.IsLocal) >= MostIndexes;
        var isNamedWrongly = named is not null && table.Indexes.Any(index => index.Name == named);
        return isFull || isNamedWrongly ? free : free.Append(New(table, values, named));
    }

    /// <summary>The attribute that declares it.</summary>
    public string Attribute =>
        $"GlobalIndex({AttributeEdits.Literal(Name)}, PartitionKey = {AttributeEdits.Literal(PartitionKey)}, SortKey = {AttributeEdits.Literal(SortKey)})";

    /// <summary>A global index of two texts that holds all, in whose attributes the entity has nothing else.</summary>
    private static bool IsFree(IndexModel index, TableModel table, EntityModel entity)
    {
        string?[] own = [index.PartitionKey, index.SortKey];
        return index is { IsLocal: false, IsMultiAttribute: false, SortKey: not null, NonKeyAttributes: null }
            && index is { PartitionKeyType: KeyAttributeType.String, SortKeyType: KeyAttributeType.String }
            && !own.Contains(table.PartitionKey) && !own.Contains(table.SortKey)
            && entity.IndexKeys.All(key => key.Index != index.Name && key.Attributes.All(attribute => !own.Contains(attribute.Attribute)))
            && entity.Shape.Members.All(member => !own.Contains(member.Attribute));
    }

    /// <summary>Whether its name is of no purpose, as <c>gsi1</c> is, or of the one that is asked for.</summary>
    private static bool IsOverloaded(IndexModel index, IReadOnlyList<AskedValue> values) => Digits.IsMatch(index.Name)
        || values.Any(value => index.Name.IndexOf(Word(value.Property.Name), StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>An index that is named as those beside it, by a number or by what it is for.</summary>
    private static ProposedIndex New(TableModel table, IReadOnlyList<AskedValue> values, string? named)
    {
        var taken = new HashSet<string>(table.Indexes.SelectMany(index => new[] { index.Name, index.PartitionKey, index.SortKey }).OfType<string>()
            .Concat([table.PartitionKey, table.SortKey ?? string.Empty]));
        var sibling = table.Indexes.LastOrDefault(index => !index.IsLocal && !index.IsMultiAttribute && index.SortKey is not null);
        var (name, partition, sort) = sibling is null ? ("gsi1", "gsi1pk", "gsi1sk") : (sibling.Name, sibling.PartitionKey, sibling.SortKey!);
        var word = Word(values[0].Property.Name).ToLowerInvariant();
        for (var number = 1; ; number++)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            var own = named ?? (Digits.IsMatch(name) ? Digits.Replace(name, text, 1) : $"by-{word}{(number == 1 ? string.Empty : text)}");
            string[] keys = Digits.IsMatch(partition) && Digits.IsMatch(sort)
                ? [Digits.Replace(partition, text, 1), Digits.Replace(sort, text, 1)]
                : [$"{own}-pk", $"{own}-sk"];
            if ((own == named || !taken.Contains(own)) && !keys.Any(taken.Contains))
            {
                return new ProposedIndex(own, keys[0], keys[1], IsNew: true);
            }
        }
    }

    private static string Word(string property) =>
        property.Length > 2 && property.EndsWith("Id", StringComparison.Ordinal) ? property.Substring(0, property.Length - 2) : property;
}
