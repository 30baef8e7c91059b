using DynamoGen.Cli.Adoption.Entities;
using DynamoGen.Cli.Adoption.Keys;
using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Writing;

/// <summary>Writes the repository of an entity: an item, a partition, a partition of each index, a put and a delete.</summary>
internal static class RepositoryText
{
    public static void Write(SourceWriter writer, EntityDraft entity)
    {
        var name = entity.Name;
        writer.Line($"[Repository<{name}>]").Line($"public partial interface I{name}Repository").Line("{")
            .Line($"    ValueTask<{name}?> Get({Parameters(entity.Key.Attributes)});").Line();
        if (entity.Key.Sort is { IsConstant: false } sort)
        {
            WriteQuery(writer, entity, "Query", entity.Key, string.Empty, sort);
        }

        foreach (var (index, key) in entity.IndexKeys)
        {
            var attributes = index.Projection == "ALL" ? $"[Index({Naming.Literal(index.Name)})]" : $"[Index({Naming.Literal(index.Name)}), Hydrate]";
            WriteQuery(writer, entity, NameOf(index.Name), key, attributes + "\n    ", key.Sort);
        }

        writer.Line($"    ValueTask Put({name} {Naming.Parameter(name)});")
            .Line()
            .Line($"    ValueTask Delete({string.Join(", ", [Parameters(entity.Key.Attributes), .. Locks(entity)])});")
            .Line("}");
    }

    private static void WriteQuery(SourceWriter writer, EntityDraft entity, string name, EntityKey key, string attributes, KeyDraft? sort)
    {
        var rounded = key.Partition.Parts.Select(part => part.Source).OfType<KeySource>().FirstOrDefault(source => source.IsRounded);
        if (rounded is not null && sort?.Properties.Contains(rounded.Property) == true)
        {
            writer.Unsure(
                [$"'{name}' of a whole period of '{rounded.Property.Name}' takes the period, such as 'DateOnly day'; write it as you ask for it"],
                "    ").Line();
            return;
        }

        writer.Line($"    {attributes}IAsyncEnumerable<{entity.Name}> {name}({Parameters([key.Partition])});").Line();
    }

    /// <summary>An index that is named for what it is asked by has the pattern's name.</summary>
    private static string NameOf(string index) =>
        Naming.Type(index) is var name && name.StartsWith("By", StringComparison.Ordinal) ? name : "By" + name;

    /// <summary>What a delete has to know of an item with a lock.</summary>
    private static IEnumerable<string> Locks(EntityDraft entity) =>
        entity.Properties.Where(property => property.Marks.Contains("OptimisticLock")).Select(Parameter);

    private static string Parameter(PropertyDraft property) => $"{property.Form.Type} {Naming.Parameter(property.Name)}";

    private static string Parameters(IEnumerable<KeyDraft> attributes) =>
        string.Join(", ", attributes.SelectMany(attribute => attribute.Properties).DistinctBy(property => property.Attribute)
            .Select(Parameter));
}
