using DynamoGen.Analyzers.Libraries;
using DynamoGen.Generator.Keys;
using DynamoGen.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Reads the partition keys of an entity from its <c>[Key]</c> attributes and the types of its properties.</summary>
internal sealed class EntityKeys(DynamoCompilation dynamo, DeclarationSymbols declarations)
{
    private const string TableRemedy = "add a placeholder with many values, such as an id";
    private const string IndexRemedy = "add a placeholder with many values or set Shards";

    public IEnumerable<PartitionKey> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var attributes = type.GetAttributes();
        if (attributes.FirstOrDefault(IsEntity) is not { } entity)
        {
            return [];
        }

        var keys = attributes.Where(IsKey).Select(attribute => KeyDeclaration.TryRead(attribute, cancellationToken)).OfType<KeyDeclaration>().ToList();

        var table = entity.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;
        var traffic = Traffic.Of(type, table, declarations);

        // An entity with a constant primary key is a single item: nothing can be spread.
        return keys.Any(key => key.Index is null && key.IsConstant)
            ? []
            : keys.Where(key => !key.IsJustified && !IsOfLocalIndex(key, table)).Select(key => TryResolve(key, type, traffic)).OfType<PartitionKey>();
    }

    /// <summary>A local index lies in the partitions of the table, whose own key says how many there are.</summary>
    private static bool IsOfLocalIndex(KeyDeclaration key, INamedTypeSymbol? table) =>
        key.Index is not null && table?.Attributes(AttributeNames.LocalIndex).Any(index => index.Text(0) == key.Index) == true;

    private bool IsEntity(AttributeData attribute) =>
        SymbolEqualityComparer.Default.Equals(attribute.AttributeClass?.OriginalDefinition, declarations.EntityAttribute);

    private bool IsKey(AttributeData attribute) =>
        SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, declarations.KeyAttribute);

    /// <summary>Null where a placeholder is unknown or the template is malformed; the generator reports those.</summary>
    private PartitionKey? TryResolve(KeyDeclaration key, INamedTypeSymbol type, Traffic? traffic)
    {
        if (key.PartitionKey.Error is not null || key.Location.SourceTree is not { } tree)
        {
            return null;
        }

        var parts = new List<PropertyCardinality>();
        foreach (var placeholder in key.PartitionKey.Segments.Where(segment => segment.Property is not null))
        {
            if (FindProperty(type, placeholder) is not { } property)
            {
                return null;
            }

            parts.Add(PropertyCardinality.Of(property, placeholder.Format, declarations));
        }

        var spread = new KeySpread(parts, key.Shards, traffic, dynamo.OptionsOf(tree).LowCardinalityThreshold);
        return new PartitionKey(key.PartitionKey.Text, key.Index, spread, key.Index is null ? TableRemedy : IndexRemedy, key.Location);
    }

    private static IPropertySymbol? FindProperty(INamedTypeSymbol type, KeyTemplateSegment placeholder)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers(placeholder.Property!.TrimStart('@')).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
