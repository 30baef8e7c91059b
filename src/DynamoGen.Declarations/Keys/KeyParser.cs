using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Declarations.Keys;

/// <summary>Reads the <c>[Key]</c> attributes of an entity: the table's primary key first, then one for each index it is in.</summary>
internal static class KeyParser
{
    private const int MostShards = 100;

    private static readonly string[] TakenNames =
        ["Primary", "PartitionKey", "SortKey", "ShardOf", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize"];

    private static readonly string[] TakenBeginnings = ["NameOf", "TryParse", "Write"];

    /// <param name="type">The entity.</param>
    /// <param name="shape">What is stored of it; null where that is not known.</param>
    /// <param name="table">Its table.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static List<KeyModel> Parse(INamedTypeSymbol type, ObjectValue? shape, TableModel table, DeclarationProblems problems)
    {
        var keys = new List<KeyModel>();
        var classes = new FreeNames([GeneratedMembers.Keys(type)]);
        foreach (var attribute in type.Attributes(DeclarationAttributes.Key))
        {
            if (attribute.ConstructorArguments.Length is >= 1 and <= 3 && Key(type, shape, attribute, table, problems) is { } key)
            {
                if (keys.Any(other => other.Index == key.Index))
                {
                    problems.Add(DeclarationRule.TableOrIndex, attribute.Place(), type.Name,
                        key.Index is null ? "it has two primary keys" : $"it has two keys for index '{key.Index}'");
                }

                keys.Add(key.Index is null ? key : key with { Name = classes.Take(key.Name) });
            }
        }

        if (!problems.Any && keys.All(key => key.Index is not null))
        {
            problems.Add(DeclarationRule.PrimaryKey, type.Locations.FirstOrDefault(), type.Name, Suggestion(table));
        }

        ReportSharedAttributes(type, keys, problems);
        return keys.OrderBy(key => key.Index is null ? 0 : 1).ToList();
    }

    private static string Suggestion(TableModel table) => table.SortKey is null ? "[Key(\"...\")]" : "[Key(\"...\", \"...\")]";

    private static KeyModel? Key(INamedTypeSymbol type, ObjectValue? shape, AttributeData attribute, TableModel table, DeclarationProblems problems)
    {
        var arguments = attribute.ConstructorArguments.Length;
        var index = arguments == 3 ? attribute.Text(0) : null;
        var target = arguments == 3
            ? table.Indexes.FirstOrDefault(candidate => candidate.Name == index)
            : new IndexModel(string.Empty, table.PartitionKey, table.SortKey, PartitionKeyType: table.PartitionKeyType, SortKeyType: table.SortKeyType);
        if (target is null)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name,
                $"table '{table.Name}' declares no index '{index}'; add [GlobalIndex(\"{index}\", ...)] or [LocalIndex(\"{index}\", ...)] to it");
            return null;
        }

        if (target.IsMultiAttribute)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name,
                $"the keys of index '{index}' are of several attributes; use [MultiAttributeKey(\"{index}\")]");
            return null;
        }

        var position = arguments == 3 ? 1 : 0;
        var sort = attribute.Text(position + 1);
        if (sort is null != target.SortKey is null && arguments == 2 && table.Indexes.FirstOrDefault(other => other.Name == attribute.Text(0)) is { } meant)
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(), type.Name, $"table '{table.Name}' has no sort key; '{meant.Name}' is an index, "
                + $"whose key is [Key(\"{meant.Name}\", \"{sort}\", {(meant.SortKey is null ? "null" : "\"...\"")})]");
            return null;
        }

        if (sort is null != target.SortKey is null)
        {
            var where = index is null ? $"table '{table.Name}'" : $"index '{index}'";
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(), type.Name,
                target.SortKey is null ? $"{where} has no sort key" : $"{where} has a sort key '{target.SortKey}', which needs a template");
            return null;
        }

        var shards = Shards(type, attribute, target, sort, problems);
        var parts = new KeyPartParser(type, shape, isTableKey: index is null, problems) { TakesMembers = index is not null };
        var partitionParts = parts.Parse(attribute.Text(position) ?? string.Empty, target.PartitionKeyType, attribute.Place(position), shards);
        var sortShards = index is not null && target.SortKey == table.PartitionKey ? TableShards(type) : 0;
        var sortParts = sort is null ? null : parts.Parse(sort, target.SortKeyType, attribute.Place(position + 1), sortShards);
        if (partitionParts is null || (sort is not null && sortParts is null))
        {
            return null;
        }

        return new KeyModel(
            index,
            index is null ? "Primary" : ClassName(index),
            new KeyAttributeModel(target.PartitionKey, attribute.Text(position)!, new EquatableArray<KeyPart>(partitionParts), target.PartitionKeyType),
            sort is null ? null : new KeyAttributeModel(target.SortKey!, sort, new EquatableArray<KeyPart>(sortParts!), target.SortKeyType),
            shards,
            target.IsLocal,
            target.NonKeyAttributes);
    }

    private static int Shards(INamedTypeSymbol type, AttributeData attribute, IndexModel target, string? sort, DeclarationProblems problems)
    {
        var isSet = attribute.IsSet("Shards");
        if (target.IsLocal && !isSet)
        {
            return TableShards(type);
        }

        if (!isSet)
        {
            return 0;
        }

        var shards = attribute.Named("Shards", 0);
        var problem =
            target.PartitionKeyType != KeyAttributeType.String ? "adds text to a partition key, which must be a String"
            : target.IsLocal ? "spreads the table's key and global indexes; a local one has the table's partition key, and its shards"
            : shards is < 2 or > MostShards ? $"must be 2 to {MostShards}"
            : target.Name.Length == 0 && !HasPlaceholder(sort)
                ? "needs a placeholder in the sort key of the table, from which the shard is computed; without one all items of a partition are in one shard"
            : null;
        if (problem is not null)
        {
            problems.Add(DeclarationRule.KeyTemplate, attribute.Place(), type.Name, "Shards", problem);
        }

        return shards;
    }

    /// <summary>The shards of the table's own key, which an index has too that takes the table's partition key for a key of its own.</summary>
    private static int TableShards(INamedTypeSymbol type) =>
        type.Attributes(DeclarationAttributes.Key).FirstOrDefault(own => own.ConstructorArguments.Length is 1 or 2)?.Named("Shards", 0) ?? 0;

    private static bool HasPlaceholder(string? template) =>
        template is not null && KeyTemplate.Parse(template).Segments.Any(segment => segment.Property is not null);

    /// <summary>Two keys may share an attribute (an index may turn the table's keys round), but then they must write the same into it.</summary>
    private static void ReportSharedAttributes(INamedTypeSymbol type, List<KeyModel> keys, DeclarationProblems problems)
    {
        foreach (var shared in keys.SelectMany(key => key.Attributes).GroupBy(attribute => attribute.Attribute))
        {
            var templates = shared.Select(attribute => attribute.Template + Spread(attribute)).Distinct().ToArray();
            if (templates.Length > 1)
            {
                problems.Add(DeclarationRule.AttributeConflict, type.Locations.FirstOrDefault(), shared.Key, string.Join("' and '", templates));
            }
        }
    }

    private static string Spread(KeyAttributeModel attribute) =>
        string.Concat(attribute.Parts.Where(part => part.Kind == KeyPartKind.Shard).Select(part => $"#{{{part.Text} of {part.Shards}}}"));

    /// <summary>An index named <c>by-status</c> gets the class <c>ByStatus</c>, unless that is the name of something else in there.</summary>
    private static string ClassName(string index)
    {
        var letters = new string(index.Select(letter => SyntaxFacts.IsIdentifierPartCharacter(letter) && letter != '_' ? letter : ' ').ToArray());
        var words = letters.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        var isTaken = !SyntaxFacts.IsValidIdentifier(name)
            || TakenNames.Contains(name)
            || TakenBeginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal));
        return isTaken ? "Index" + name : name;
    }
}
