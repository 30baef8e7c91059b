using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>The texts of an entity's <c>[Key]</c>s, whether they are right or not.</summary>
internal static class MapperKeys
{
    public static IEnumerable<(string? Index, string? Partition, string? Sort)> OfTable(IPropertySymbol property) =>
        All(property).Where(key => key.Index is null);

    public static IEnumerable<(string? Index, string? Partition, string? Sort)> OfIndexes(IPropertySymbol property) =>
        All(property).Where(key => key.Index is not null);

    /// <summary>Whether the property is a part of any key.</summary>
    public static bool Hold(IPropertySymbol property) => All(property).Any(key => Names(key.Partition, property) || Names(key.Sort, property));

    public static bool Names(string? template, IPropertySymbol property) =>
        template is not null && (template.Contains($"{{{property.Name}}}") || template.Contains($"{{{property.Name}:"));

    private static IEnumerable<(string? Index, string? Partition, string? Sort)> All(IPropertySymbol property) =>
        property.ContainingType.Attributes(DeclarationAttributes.Key).Select(key => key.ConstructorArguments.Length < 3
            ? ((string?)null, key.Text(0), key.Text(1))
            : (key.Text(0), key.Text(1), key.Text(2)));
}
