using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Describes what a project declares in the words of the lock.</summary>
internal static class DeclaredSchema
{
    /// <summary>The tables that the project declares or whose items it writes.</summary>
    public static IReadOnlyCollection<TableModel> Tables(Compilation compilation)
    {
        var tables = new SortedDictionary<string, TableModel>(StringComparer.Ordinal);
        foreach (var type in Types(compilation.Assembly.GlobalNamespace))
        {
            var declaring = type.Has(DeclarationAttributes.Table) ? type : type.Has(DeclarationAttributes.Entity) ? EntityParser.TableType(type) : null;
            if (declaring is not null && TableParser.Parse(declaring, new DeclarationProblems()) is { } table)
            {
                tables[table.Name] = table;
            }
        }

        return tables.Values;
    }

    /// <summary>
    /// The project's entities. Of several classes of one entity name, the one of the highest version speaks for it, and then the one that stores most.
    /// </summary>
    public static IReadOnlyList<EntityModel> Entities(Compilation compilation) =>
        [.. Types(compilation.Assembly.GlobalNamespace)
            .Where(type => type.Has(DeclarationAttributes.Entity))
            .Select(type => EntityParser.Parse(type, new DeclarationProblems()))
            .OfType<EntityModel>()
            .OrderByDescending(entity => entity.Version)
            .ThenByDescending(entity => entity.Shape.Members.Count)
            .ThenBy(entity => entity.Type.FullName, StringComparer.Ordinal)
            .GroupBy(entity => (entity.TableName, entity.Name))
            .Select(same => same.First())];

    public static StoredTable Table(TableModel model)
    {
        var table = new StoredTable(TypeName(model.Type),
            Key([new(model.PartitionKey, model.PartitionKeyType)], SortKey(model.SortKey, model.SortKeyType)), model.TimeToLive)
        {
            Stream = model.Stream == StreamView.None ? null : model.Stream.ToString(),
            Marks = model.Marks,
        };
        foreach (var index in model.Indexes)
        {
            table.Indexes[index.Name] = new StoredIndex(
                index.IsLocal,
                Key([new(index.PartitionKey, index.PartitionKeyType), .. index.FurtherPartitionKeys],
                    [.. SortKey(index.SortKey, index.SortKeyType), .. index.FurtherSortKeys]),
                Projection(index));
        }

        return table;
    }

    public static StoredEntity Entity(EntityModel model)
    {
        var entity = new StoredEntity(TypeName(model.Type), model.Version);
        foreach (var key in model.Keys)
        {
            foreach (var attribute in key.Attributes)
            {
                entity.Keys[attribute.Attribute] = KeyForms.Of(attribute, model.Shape);
            }
        }

        foreach (var constraint in model.Uniqueness?.Constraints ?? default)
        {
            entity.Unique[constraint.Class] = KeyForms.Of(constraint.Key, model.Shape);
        }

        StoredForms.AddMembers(entity.Attributes, null, model.Shape, model.Version);
        AddEarlier(entity, model);
        return entity;
    }

    /// <summary>
    /// What the code takes the items of one version to hold: of each property what its first upcaster from there takes, or else its current form.
    /// </summary>
    public static SortedDictionary<string, StoredAttribute> AttributesOf(EntityModel model, int version)
    {
        var attributes = new SortedDictionary<string, StoredAttribute>(StringComparer.Ordinal);
        StoredForms.AddMembers(attributes, null, model.Shape, version);
        return attributes;
    }

    /// <summary>The class that a model describes, without the compiler's prefix.</summary>
    public static string TypeName(TypeIdentity type) => TypeNames.Readable(type.FullName);

    private static StoredKey Key(IndexKeyModel[] partition, IndexKeyModel[] sort) =>
        new(Names(partition), Types(partition), sort.Length == 0 ? null : Names(sort), Types(sort));

    private static IndexKeyModel[] SortKey(string? name, KeyAttributeType type) => name is null ? [] : [new(name, type)];

    private static string Names(IndexKeyModel[] attributes) => string.Join(", ", attributes.Select(attribute => AttributePath.Root(attribute.Name)));

    private static string Types(IndexKeyModel[] attributes) =>
        attributes.All(attribute => attribute.Type == KeyAttributeType.String)
            ? StoredKey.Text
            : string.Join(", ", attributes.Select(attribute => Descriptor(attribute.Type)));

    private static string Descriptor(KeyAttributeType type) => new KeyAttributeModel(string.Empty, string.Empty, default, type).Descriptor;

    private static string Projection(IndexModel index) => index.NonKeyAttributes switch
    {
        null => "ALL",
        { Count: 0 } => "KEYS_ONLY",
        { } attributes => "INCLUDE " + string.Join(", ", attributes.Select(AttributePath.Root).OrderBy(attribute => attribute, StringComparer.Ordinal)),
    };

    private static void AddEarlier(StoredEntity entity, EntityModel model)
    {
        var next = entity.Attributes;
        for (var version = model.Version - 1; version >= 1; version--)
        {
            var attributes = AttributesOf(model, version);
            var other = attributes.Where(attribute => !next.TryGetValue(attribute.Key, out var later) || later != attribute.Value).ToArray();
            if (other.Length > 0)
            {
                entity.Earlier[version] = new(other.ToDictionary(attribute => attribute.Key, attribute => attribute.Value), StringComparer.Ordinal);
            }

            next = attributes;
        }
    }

    public static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol scope) => scope.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? new[] { type }.Concat(Types(type)) : Types(member));
}
