using DynamoGen.Cli.Adoption.Entities;
using DynamoGen.Cli.Adoption.Keys;
using DynamoGen.Cli.Adoption.Tables;
using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Mapping;

/// <summary>Finds the keys that a class gives its table and the indexes.</summary>
/// <param name="properties">Its properties.</param>
internal sealed class ClassKeys(IReadOnlyList<ClassProperty> properties)
{
    /// <summary>The key; null where the class has no partition key.</summary>
    public EntityKey? Table { get; } = properties.FirstOrDefault(property => property.Storage.IsHashKey) is { } partition
        ? new EntityKey(Draft(partition), properties.FirstOrDefault(property => property.Storage.IsRangeKey) is { } sort ? Draft(sort) : null)
        : null;

    /// <summary>The columns of the table's key.</summary>
    public KeyShape Shape => new(
        [.. properties.Where(property => property.Storage.IsHashKey).Take(1).Select(Column)],
        [.. properties.Where(property => property.Storage.IsRangeKey).Take(1).Select(Column)]);

    /// <summary>The indexes, each with the key that items have in it where that is one attribute each.</summary>
    /// <param name="doubts">Takes what is not certain.</param>
    public IReadOnlyList<(IndexShape Index, EntityKey? Key)> Indexes(List<string> doubts)
    {
        var parts = properties.SelectMany(property => property.Indexes.Select(part => (Part: part, Property: property))).ToList();
        foreach (var unknown in parts.Where(pair => pair.Part.Name is null))
        {
            doubts.Add($"'{unknown.Property.Draft.Name}' is in the key of the index {unknown.Part.Text}, which no file that was read tells; declare it");
        }

        return [.. parts.Where(pair => pair.Part.Name is not null).GroupBy(pair => pair.Part.Name!)
            .Select(index => Index(index.Key, [.. index], doubts)).OfType<(IndexShape, EntityKey?)>()];
    }

    private (IndexShape Index, EntityKey? Key)? Index(string name, IReadOnlyList<(IndexPart Part, ClassProperty Property)> parts, List<string> doubts)
    {
        var isGlobal = parts.Any(pair => pair.Part is { IsGlobal: true, IsPartition: true });
        if (!isGlobal && parts.Any(pair => pair.Part.IsGlobal))
        {
            doubts.Add($"the index '{name}' has a sort key and no partition key; declare it");
            return null;
        }

        var partition = isGlobal ? Of(parts, true) : [.. properties.Where(property => property.Storage.IsHashKey).Take(1)];
        var sort = Of(parts, false);
        var shape = new IndexShape(name, isGlobal, new KeyShape([.. partition.Select(Column)], [.. sort.Select(Column)]), "ALL", []);
        if (!shape.Key.IsTemplated)
        {
            doubts.Add($"the key of the index '{name}' has several attributes; declare the queries by [Index(\"{name}\")]");
            return (shape, null);
        }

        return (shape, new EntityKey(Draft(partition[0]), sort.Count == 0 ? null : Draft(sort[0])));
    }

    private static List<ClassProperty> Of(IReadOnlyList<(IndexPart Part, ClassProperty Property)> parts, bool isPartition) =>
        [.. parts.Where(pair => pair.Part.IsPartition == isPartition).OrderBy(pair => pair.Part.Order).Select(pair => pair.Property).Distinct()];

    private static KeyDraft Draft(ClassProperty property)
    {
        var format = property.Draft.Form.Kind switch
        {
            ValueKind.Text => "raw",
            ValueKind.EpochSeconds => "unixSeconds",
            _ => null,
        };
        return new KeyDraft(property.Draft.Attribute, [new KeyDraftPart(null, new KeySource(property.Draft, format, KeySourceEnd.Fixed, []))], []);
    }

    private static KeyColumn Column(ClassProperty property) => new(property.Draft.Attribute, property.Draft.Form switch
    {
        { Type: "byte[]" } => "B",
        { Kind: ValueKind.Integer or ValueKind.Decimal or ValueKind.EpochSeconds } => "N",
        _ => "S",
    });
}
