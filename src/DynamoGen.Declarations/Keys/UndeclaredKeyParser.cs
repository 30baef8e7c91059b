using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Keys;

/// <summary>
/// Finds the indexes that hold an entity's items without a key that says so: DynamoDB puts every item into an index that has the index's key attributes,
/// whether these are properties of the entity or parts of its other keys. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">global secondary indexes</see>.
/// </summary>
internal sealed class UndeclaredKeyParser(INamedTypeSymbol type, ObjectValue shape, IReadOnlyList<KeyModel> keys, DeclarationProblems problems)
{
    /// <summary>The keys in the indexes of the table that the entity has no key for.</summary>
    public IEnumerable<KeyModel> Parse(TableModel table)
    {
        foreach (var index in table.Indexes.Where(index => keys.All(key => key.Index != index.Name)))
        {
            var partition = new[] { new IndexKeyModel(index.PartitionKey, index.PartitionKeyType) }.Concat(index.FurtherPartitionKeys)
                .Select(key => Attribute(index, key)).ToArray();
            var sort = index.SortKey is null
                ? []
                : new[] { new IndexKeyModel(index.SortKey, index.SortKeyType) }.Concat(index.FurtherSortKeys).Select(key => Attribute(index, key)).ToArray();
            if (partition.Concat(sort).All(attribute => attribute is not null))
            {
                yield return new KeyModel(
                    index.Name,
                    string.Empty,
                    partition[0]!,
                    sort.FirstOrDefault(),
                    keys.Where(key => key.Partition.Attribute == index.PartitionKey).Select(key => key.Shards).FirstOrDefault(),
                    index.IsLocal,
                    index.NonKeyAttributes,
                    new EquatableArray<KeyAttributeModel>(partition.Skip(1)!),
                    new EquatableArray<KeyAttributeModel>(sort.Skip(1)!));
            }
        }
    }

    /// <summary>The attribute as the entity writes it; null where it does not, so that its items are not in the index.</summary>
    private KeyAttributeModel? Attribute(IndexModel index, IndexKeyModel key)
    {
        if (keys.SelectMany(own => own.Attributes).FirstOrDefault(attribute => attribute.Attribute == key.Name) is { } known)
        {
            return known;
        }

        if (shape.Members.FirstOrDefault(member => member.Attribute == key.Name && member.IsStored) is not { } member)
        {
            return null;
        }

        var model = new KeyAttributeModel(key.Name, $"{{{member.Property}}}", Parts(member, KeyPartKind.Text), key.Type, IsMember: true);
        if (QuotedValue.Is(member.Value.WithoutNull) && QuotedValue.Descriptor(member.Value.WithoutNull) == model.Descriptor && !member.WritesNull)
        {
            return key.Type == KeyAttributeType.String ? Texts(member, model) : model;
        }

        var place = type.GetMembers(member.Property).FirstOrDefault()?.Locations.FirstOrDefault() ?? type.Locations.FirstOrDefault();
        problems.Add(DeclarationRule.AttributeConflict, place, member.Attribute,
            $"{member.Property}' and 'the key attribute of index '{index.Name}' that has type {model.Descriptor}");
        return null;
    }

    /// <summary>A text that is written as in any key has that form; what another can be is not known.</summary>
    private KeyAttributeModel Texts(MemberModel member, KeyAttributeModel model)
    {
        var parts = new KeyPartParser(type, shape, isTableKey: false, new DeclarationProblems()).Parse(model.Template, model.Type, location: null, shards: 0);
        return parts is null || !MemberKeys.Mark(model with { Parts = new EquatableArray<KeyPart>(parts) }, shape).IsMember
            ? model
            : model with { Parts = new EquatableArray<KeyPart>(parts) };
    }

    private static EquatableArray<KeyPart> Parts(MemberModel member, KeyPartKind kind) => new(
    [
        new KeyPart(kind, member.Property, member.Value.WithoutNull.TypeName, IsNullable: member.Value is NullableValue || member.OmitsDefault, IsFinal: true),
    ]);
}
