using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Tables;

/// <summary>Reads a class marked with <c>[Table]</c>.</summary>
internal static class TableParser
{
    private const int MostLocalIndexes = 5;

    public static TableModel? Parse(INamedTypeSymbol type, DeclarationProblems problems) => ParsedOnce<TableModel>.Of(type, problems, ParseNew);

    private static TableModel? ParseNew(INamedTypeSymbol type, DeclarationProblems problems)
    {
        if (TypeIdentities.Parse(type, problems) is not { } identity || type.Attribute(DeclarationAttributes.Table) is not { } attribute)
        {
            return null;
        }

        var name = attribute.Text(0);
        var partitionKey = attribute.Named("PartitionKey", "pk");
        var sortKey = attribute.IsSet("SortKey") ? attribute.Named<string?>("SortKey", null) : "sk";
        if (string.IsNullOrEmpty(name) || KeysAreWrong(partitionKey, sortKey))
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name,
                "a table needs a name, and two different key attributes that are not empty");
            return null;
        }

        var timeToLive = attribute.Named<string?>("TimeToLive", null);
        var marks = MarksParser.Read(attribute);
        if ((NamingRules.ProblemOfTable(name!) ?? MarksParser.Problem(marks)
            ?? NamingRules.ProblemOfKeyAttributes(marks.All, partitionKey, sortKey, timeToLive)) is { } wrong)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name, wrong);
            return null;
        }

        var isProvisioned = attribute.Named("Billing", 0) == 1;
        var throughput = ThroughputParser.OfTable(type, attribute, isProvisioned, problems);
        var stream = (StreamView)attribute.Named("Stream", 0);
        var settings = TableSettingsParser.Parse(type, attribute, marks, stream, problems);
        var indexes = Indexes(
            type, partitionKey, sortKey, marks, given => ThroughputParser.OfIndex(type, given, isProvisioned, throughput, problems), problems);
        var (partitionKeyType, sortKeyType) = (KeyType(attribute, "PartitionKeyType"), KeyType(attribute, "SortKeyType"));
        ReportTypes(type, attribute, indexes, (partitionKey, partitionKeyType), (sortKey, sortKeyType), problems);
        return problems.Any
            ? null
            : new TableModel(
                identity,
                name!,
                partitionKey,
                sortKey,
                isProvisioned,
                throughput,
                timeToLive,
                new EquatableArray<IndexModel>(indexes.Select(index => index.IsLocal ? index with { PartitionKeyType = partitionKeyType } : index)),
                partitionKeyType,
                sortKeyType)
            {
                Marks = marks,
                Stream = stream,
                Settings = settings,
            };
    }

    private static KeyAttributeType KeyType(AttributeData attribute, string name) => (KeyAttributeType)attribute.Named(name, 0);

    /// <summary>A table has one type for each key attribute, in whatever keys it is.</summary>
    private static void ReportTypes(
        INamedTypeSymbol type,
        AttributeData attribute,
        List<IndexModel> indexes,
        (string? Name, KeyAttributeType Type) partitionKey,
        (string? Name, KeyAttributeType Type) sortKey,
        DeclarationProblems problems)
    {
        var all = indexes.SelectMany(
            index => new[] { (Name: index.IsLocal ? null : index.PartitionKey, Type: index.PartitionKeyType), (Name: index.SortKey, Type: index.SortKeyType) });
        var further = indexes.SelectMany(index => index.FurtherPartitionKeys.Concat(index.FurtherSortKeys)).Select(key => (Name: (string?)key.Name, key.Type));
        foreach (var key in new[] { partitionKey, sortKey }.Concat(all!).Concat(further).Where(key => key.Name is not null).GroupBy(key => key.Name)
            .Where(same => same.Select(key => key.Type).Distinct().Count() > 1))
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name, $"the attribute '{key.Key}' is a key of two types");
        }
    }

    private static bool KeysAreWrong(string? partitionKey, string? sortKey) =>
        string.IsNullOrEmpty(partitionKey) || sortKey is { Length: 0 } || sortKey == partitionKey || !WellFormedText.IsWellFormed(partitionKey + " " + sortKey);

    private static List<IndexModel> Indexes(
        INamedTypeSymbol type,
        string tablePartitionKey,
        string? tableSortKey,
        MarksModel marks,
        Func<AttributeData, ThroughputModel?> throughput,
        DeclarationProblems problems)
    {
        var indexes = new List<IndexModel>();
        foreach (var attribute in type.Attributes(DeclarationAttributes.LocalIndex).Concat(type.Attributes(DeclarationAttributes.GlobalIndex)))
        {
            var isLocal = attribute.AttributeClass!.Name == "LocalIndexAttribute";
            var name = attribute.Text(0);
            if (indexes.Any(index => index.Name == name))
            {
                problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name, $"index '{name}' is declared twice");
                continue;
            }

            if (!isLocal && MultiAttributeIndexParser.IsMultiAttribute(attribute))
            {
                indexes.AddRange(MultiAttributeIndexParser.Parse(type, attribute, marks, problems) is { } several
                    ? [several with { Throughput = throughput(attribute) }]
                    : []);
                continue;
            }

            var partitionKey = isLocal ? tablePartitionKey : attribute.Named<string?>("PartitionKey", null);
            var sortKey = attribute.Named<string?>("SortKey", null);
            if (isLocal && (tableSortKey is null
                || string.IsNullOrEmpty(sortKey)
                || sortKey == tableSortKey
                || indexes.Count(index => index.IsLocal) == MostLocalIndexes))
            {
                problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name,
                    $"a local index needs a table with a sort key, and a sort key of its own; a table has at most {MostLocalIndexes} of them");
                continue;
            }

            if (string.IsNullOrEmpty(name) || KeysAreWrong(partitionKey, sortKey))
            {
                problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name,
                    "an index needs a name, and two different key attributes that are not empty");
            }
            else if ((NamingRules.ProblemOfIndex(name!) ?? NamingRules.ProblemOfKeyAttributes(marks.All, partitionKey, sortKey)) is { } wrong)
            {
                problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name, wrong);
            }
            else
            {
                indexes.Add(new IndexModel(name!, partitionKey!, sortKey, isLocal,
                    IndexProjectionParser.Parse(type, attribute, marks, problems),
                    KeyType(attribute, "PartitionKeyType"),
                    KeyType(attribute, "SortKeyType"))
                {
                    Throughput = isLocal ? null : throughput(attribute),
                });
            }
        }

        return indexes;
    }
}
