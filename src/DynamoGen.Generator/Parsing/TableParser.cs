using DynamoGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Parsing;

/// <summary>Reads a class marked with <c>[Table]</c>.</summary>
internal static class TableParser
{
    public static TableModel? Parse(INamedTypeSymbol type, DeclarationProblems problems)
    {
        if (TypeIdentities.Parse(type, problems) is not { } identity || type.Attribute(AttributeNames.Table) is not { } attribute)
        {
            return null;
        }

        var name = attribute.Text(0);
        var partitionKey = attribute.Named("PartitionKey", "pk");
        var sortKey = attribute.IsSet("SortKey") ? attribute.Named<string?>("SortKey", null) : "sk";
        if (string.IsNullOrEmpty(name) || partitionKey.Length == 0 || sortKey is { Length: 0 })
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name, "a table's name and key attributes must not be empty");
            return null;
        }

        var indexes = Indexes(type, problems);
        return problems.Any
            ? null
            : new TableModel(
                identity,
                name!,
                partitionKey,
                sortKey,
                attribute.Named("Billing", 0) == 1,
                attribute.Named("ReadCapacityUnits", 0L),
                attribute.Named("WriteCapacityUnits", 0L),
                new EquatableArray<IndexModel>(indexes));
    }

    private static List<IndexModel> Indexes(INamedTypeSymbol type, DeclarationProblems problems)
    {
        var indexes = new List<IndexModel>();
        foreach (var attribute in type.Attributes(AttributeNames.GlobalIndex))
        {
            var name = attribute.Text(0);
            var partitionKey = attribute.Named<string?>("PartitionKey", null);
            if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(partitionKey))
            {
                problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name, "an index's name and partition key attribute must not be empty");
            }
            else if (indexes.Any(index => index.Name == name))
            {
                problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name, $"index '{name}' is declared twice");
            }
            else
            {
                indexes.Add(new IndexModel(name!, partitionKey!, attribute.Named<string?>("SortKey", null)));
            }
        }

        return indexes;
    }
}
