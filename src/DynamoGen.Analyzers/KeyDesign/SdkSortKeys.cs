using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Finds the sort keys of a class of the SDK's object persistence model whose values only grow.</summary>
internal sealed class SdkSortKeys(SdkSymbols sdk)
{
    /// <summary>The name of the one property that is the sort key, if its values only grow; null for every other one.</summary>
    /// <param name="properties">Those of the class.</param>
    /// <param name="index">The index, or null for the table.</param>
    public string? GrowingOf(IEnumerable<IPropertySymbol> properties, string? index) =>
        properties.Where(property => IsSortKey(property, index)).ToList() is { Count: 1 } sorts && Grows(sorts[0]) ? sorts[0].Name : null;

    private bool IsSortKey(IPropertySymbol property, string? index) => property.GetAttributes().Any(attribute => index is null
        ? Is(attribute, sdk.RangeKeyAttribute)
        : Is(attribute, sdk.IndexRangeKeyAttribute) && MappedClass.TextsOf(attribute).Contains(index));

    private static bool Is(AttributeData attribute, INamedTypeSymbol? attributeClass) =>
        attributeClass is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass);

    /// <summary>Whether the value grows, or the first one that its getter puts into a text, as <c>$"{Created:O}#{Id}"</c> does.</summary>
    private static bool Grows(IPropertySymbol property) =>
        GrowingValue.Is(property, format: null)
        || (RoundedGetter.ValueOf(property) is InterpolatedStringExpressionSyntax text
            && text.Contents.OfType<InterpolationSyntax>().FirstOrDefault() is { } first
            && RoundedGetter.SourceOf(first.Expression, property) is { } source
            && first.FormatClause?.FormatStringToken.ValueText is var format
            && (format is not null || !TimePeriod.IsInstant(PropertyCardinality.WrittenType(source.Type)))
            && GrowingValue.Is(source, format));
}
