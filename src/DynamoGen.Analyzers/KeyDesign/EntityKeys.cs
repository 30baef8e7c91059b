using DynamoGen.Analyzers.Libraries;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Reads the partition keys of an entity from its <c>[Key]</c> attributes and the types of its properties.</summary>
internal sealed class EntityKeys(DynamoCompilation dynamo, DeclarationSymbols declarations)
{
    private const string TableRemedy = "add a placeholder with many values, such as an id";
    private const string IndexRemedy = "add a placeholder with many values or set Shards";
    private const string SingleItemRemedy = "divide the item into several, which reads add up, or cache it";
    private const string MultiAttributeRemedy = "add an attribute with many values to its PartitionKeys";

    private readonly KeyTraffic _traffic = new(dynamo.Compilation, declarations);

    public IEnumerable<PartitionKey> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var attributes = type.GetAttributes();
        if (attributes.FirstOrDefault(IsEntity) is not { } entity)
        {
            return [];
        }

        var keys = attributes.Where(IsKey).Select(attribute => KeyDeclaration.TryRead(attribute, cancellationToken)).OfType<KeyDeclaration>().ToList();

        var table = entity.AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;
        // An entity with a constant primary key is a single item, of which only its own traffic tells that it is too much.
        return keys.FirstOrDefault(key => key.Index is null && key.IsConstant) is { } single
            ? SingleItem(single, type, cancellationToken)
            : keys.Where(key => !key.IsJustified && !IsOfLocalIndex(key, table)).Select(key => TryResolve(key, type, table, cancellationToken))
                .Concat(type.Attributes(DeclarationAttributes.MultiAttributeKey)
                    .Select(attribute => TryResolve(attribute, type, table, cancellationToken))).OfType<PartitionKey>();
    }

    private IEnumerable<PartitionKey> SingleItem(KeyDeclaration key, INamedTypeSymbol type, CancellationToken cancellationToken) =>
        !key.IsJustified
        && Traffic.On(type, declarations) is { } own
        && own.IsTooMuchFor(1)
        && TryResolve(key, type, table: null, cancellationToken) is { } resolved
            ? [resolved]
            : [];

    /// <summary>A local index lies in the partitions of the table, whose own key says how many there are.</summary>
    private static bool IsOfLocalIndex(KeyDeclaration key, INamedTypeSymbol? table) =>
        key.Index is not null && table?.Attributes(DeclarationAttributes.LocalIndex).Any(index => index.Text(0) == key.Index) == true;

    private bool IsEntity(AttributeData attribute) =>
        SymbolEqualityComparer.Default.Equals(attribute.AttributeClass?.OriginalDefinition, declarations.EntityAttribute);

    private bool IsKey(AttributeData attribute) =>
        SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, declarations.KeyAttribute);

    /// <summary>Null where a placeholder is unknown or the template is malformed; the generator reports those.</summary>
    private PartitionKey? TryResolve(KeyDeclaration key, INamedTypeSymbol type, INamedTypeSymbol? table, CancellationToken cancellationToken)
    {
        if (key.PartitionKey.Error is not null || key.Location.SourceTree is not { } tree)
        {
            return null;
        }

        var parts = new List<PropertyCardinality>();
        foreach (var placeholder in key.PartitionKey.Segments.Where(segment => segment.Property is not null))
        {
            if (FindProperty(type, property => property.Name == placeholder.Property!.TrimStart('@')) is not { } property)
            {
                return null;
            }

            parts.Add(PropertyCardinality.Of(property, placeholder.Format, declarations));
        }

        var traffic = _traffic.Of(type, table, key, key.Index, cancellationToken);
        var spread = new KeySpread(parts, key.Shards, traffic, dynamo.OptionsOf(tree).LowCardinalityThreshold);
        var remedy = key.Index is not null ? IndexRemedy : key.IsConstant ? SingleItemRemedy : TableRemedy;
        return new PartitionKey(key.PartitionKey.Text, key.Index, spread, remedy, key.Location, GrowingSortOf(key, type));
    }

    /// <summary>
    /// The key of an index whose attributes are the properties themselves; the attribute's name is underlined, which has nothing to spread or to justify.
    /// </summary>
    private PartitionKey? TryResolve(
        AttributeData attribute, INamedTypeSymbol type, INamedTypeSymbol? table, CancellationToken cancellationToken)
    {
        var index = table?.Attributes(DeclarationAttributes.GlobalIndex).FirstOrDefault(index => index.Text(0) is { } name && name == attribute.Text(0));
        var properties =
            index?.Texts("PartitionKeys").Select(name => FindProperty(type, property => MemberParser.AttributeOf(property) == name)).ToArray() ?? [];
        if (properties.Length == 0
            || properties.Any(property => property is null)
            || attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
        {
            return null;
        }

        var parts = properties.Select(property => PropertyCardinality.Of(property!, format: null, declarations)).ToArray();
        var name = index!.Text(0);
        var traffic = _traffic.Of(type, table, key: null, name, cancellationToken);
        var spread = new KeySpread(parts, shards: 1, traffic, dynamo.OptionsOf(syntax.SyntaxTree).LowCardinalityThreshold);
        return new PartitionKey(
            string.Join(", ", index!.Texts("PartitionKeys")), name, spread, MultiAttributeRemedy, syntax.Name.GetLocation(), GrowingSortOf(index!, type));
    }

    /// <summary>The sort key's template, if what varies first in it only grows.</summary>
    private static string? GrowingSortOf(KeyDeclaration key, INamedTypeSymbol type) =>
        key.SortKey is { Error: null } sort
        && sort.Segments.FirstOrDefault(segment => segment.Property is not null) is { Property: { } name } first
        && FindProperty(type, property => property.Name == name.TrimStart('@')) is { } property
        && GrowingValue.Is(property, first.Format)
            ? sort.Text
            : null;

    /// <summary>The first attribute of the sort key, if its values only grow.</summary>
    private static string? GrowingSortOf(AttributeData index, INamedTypeSymbol type) =>
        index.Texts("SortKeys").FirstOrDefault() is { } name
        && FindProperty(type, property => MemberParser.AttributeOf(property) == name) is { } property
        && GrowingValue.Is(property, format: null)
            ? name
            : null;

    private static IPropertySymbol? FindProperty(INamedTypeSymbol type, Func<IPropertySymbol, bool> isWanted)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(isWanted) is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
