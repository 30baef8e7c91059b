using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Tables;

/// <summary>Reads a global index whose keys are made of several attributes.</summary>
internal static class MultiAttributeIndexParser
{
    private const int MostAttributes = 4;

    public static bool IsMultiAttribute(AttributeData attribute) => attribute.IsSet("PartitionKeys") || attribute.IsSet("SortKeys");

    public static IndexModel? Parse(INamedTypeSymbol table, AttributeData attribute, MarksModel marks, DeclarationProblems problems)
    {
        IndexModel? Refuse(string reason)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), table.Name, reason);
            return null;
        }

        var (partition, sort) = (attribute.Texts("PartitionKeys"), attribute.Texts("SortKeys"));
        if (attribute.IsSet("PartitionKey") || attribute.IsSet("SortKey") || attribute.IsSet("PartitionKeyType") || attribute.IsSet("SortKeyType"))
        {
            return Refuse("an index has either one attribute for each key, or PartitionKeys and SortKeys");
        }

        if (string.IsNullOrEmpty(attribute.Text(0)) || partition.Length is < 1 or > MostAttributes || sort.Length > MostAttributes)
        {
            return Refuse($"an index of several key attributes has a name, 1 to {MostAttributes} PartitionKeys and at most {MostAttributes} SortKeys");
        }

        var all = partition.Concat(sort).ToArray();
        if (all.Any(string.IsNullOrEmpty) || all.Distinct().Count() < all.Length)
        {
            return Refuse("the key attributes of an index have names, each its own");
        }

        if ((NamingRules.ProblemOfIndex(attribute.Text(0)!) ?? NamingRules.ProblemOfKeyAttributes(marks.All, all)) is { } wrong)
        {
            return Refuse(wrong);
        }

        var types = (Partition: attribute.Numbers("PartitionKeyTypes"), Sort: attribute.Numbers("SortKeyTypes"));
        if ((types.Partition.Length > 0 && types.Partition.Length != partition.Length) || (types.Sort.Length > 0 && types.Sort.Length != sort.Length))
        {
            return Refuse("PartitionKeyTypes and SortKeyTypes have one type for each attribute, or none");
        }

        var (partitionKeys, sortKeys) = (Keys(partition, types.Partition), Keys(sort, types.Sort));
        return new IndexModel(
            attribute.Text(0)!,
            partitionKeys[0].Name,
            sortKeys.FirstOrDefault()?.Name,
            IsLocal: false,
            IndexProjectionParser.Parse(table, attribute, marks, problems),
            partitionKeys[0].Type,
            sortKeys.FirstOrDefault()?.Type ?? KeyAttributeType.String,
            IsMultiAttribute: true,
            new EquatableArray<IndexKeyModel>(partitionKeys.Skip(1)),
            new EquatableArray<IndexKeyModel>(sortKeys.Skip(1)));
    }

    private static IndexKeyModel[] Keys(string?[] names, int[] types) =>
        names.Select((name, i) => new IndexKeyModel(name!, types.Length == 0 ? KeyAttributeType.String : (KeyAttributeType)types[i])).ToArray();
}
