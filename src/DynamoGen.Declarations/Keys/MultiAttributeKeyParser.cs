using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Keys;

/// <summary>Reads the <c>[MultiAttributeKey]</c> attributes of an entity and finds the properties that the keys are made of.</summary>
internal static class MultiAttributeKeyParser
{
    public static IEnumerable<KeyModel> Parse(INamedTypeSymbol type, ObjectValue shape, TableModel table, DeclarationProblems problems)
    {
        var seen = new HashSet<string>();
        foreach (var attribute in type.Attributes(DeclarationAttributes.MultiAttributeKey))
        {
            var index = table.Indexes.FirstOrDefault(candidate => candidate.Name == attribute.Text(0));
            if (index is not { IsMultiAttribute: true } || !seen.Add(index.Name))
            {
                problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name, index is null
                    ? $"table '{table.Name}' declares no index '{attribute.Text(0)}'"
                    : index.IsMultiAttribute ? $"it has two keys for index '{index.Name}'"
                    : $"index '{index.Name}' has one attribute for each key; add [Key(\"{index.Name}\", ...)]");
            }
            else if (Key(type, shape, index, attribute, problems) is { } key)
            {
                yield return key;
            }
        }
    }

    private static KeyModel? Key(INamedTypeSymbol type, ObjectValue shape, IndexModel index, AttributeData attribute, DeclarationProblems problems)
    {
        var partition = new[] { new IndexKeyModel(index.PartitionKey, index.PartitionKeyType) }.Concat(index.FurtherPartitionKeys).Select(Attribute).ToArray();
        var sort = index.SortKey is null
            ? []
            : new[] { new IndexKeyModel(index.SortKey, index.SortKeyType) }.Concat(index.FurtherSortKeys).Select(Attribute).ToArray();
        return partition.Concat(sort).Any(key => key is null)
            ? null
            : new KeyModel(
                index.Name,
                string.Empty,
                partition[0]!,
                sort.FirstOrDefault(),
                Shards: 0,
                IsLocal: false,
                index.NonKeyAttributes,
                new EquatableArray<KeyAttributeModel>(partition.Skip(1)!),
                new EquatableArray<KeyAttributeModel>(sort.Skip(1)!));

        KeyAttributeModel? Attribute(IndexKeyModel key)
        {
            var member = shape.Members.FirstOrDefault(member => member.Attribute == key.Name && member.IsStored);
            if (member is null)
            {
                problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), type.Name,
                    $"index '{index.Name}' has the key attribute '{key.Name}', in which no property is stored");
                return null;
            }

            // The template of one property alone says all that a template of text says, its type included.
            var template = $"{{{member.Property}}}";
            if (new KeyPartParser(type, shape, isTableKey: false, problems).Parse(template, key.Type, attribute.Place(0), shards: 0) is not { } parts)
            {
                return null;
            }

            var model = MemberKeys.Mark(new KeyAttributeModel(key.Name, template, new EquatableArray<KeyPart>(parts), key.Type), shape);
            if (!model.IsMember)
            {
                problems.Add(DeclarationRule.KeyType, attribute.Place(0), member.Property,
                    $"{ValueTypeOf(member)}, in a form that does not sort or is not {model.Descriptor}");
                return null;
            }

            return model;
        }
    }

    private static string ValueTypeOf(MemberModel member) => TypeNames.Readable(member.Value.TypeName);
}
