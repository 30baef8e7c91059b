using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Libraries;

/// <summary>Reads the attributes of the SDK's object persistence model.</summary>
internal static class MappedClass
{
    /// <summary>The name in <c>[DynamoDBTable("name")]</c>; null without one, and where attributes are not named as the properties are.</summary>
    public static string? TableOf(INamedTypeSymbol type, SdkSymbols sdk) =>
        type.GetAttributes().FirstOrDefault(attribute => Is(attribute, sdk.TableAttribute)) is { ConstructorArguments: { Length: 1 } arguments }
            ? arguments[0].Value as string
            : null;

    /// <summary>Whether one of some properties has an attribute.</summary>
    public static bool Has(IEnumerable<IPropertySymbol> properties, INamedTypeSymbol? attributeClass) =>
        properties.Any(property => property.GetAttributes().Any(attribute => Is(attribute, attributeClass)));

    /// <summary>The attributes that are the hash key and the range key.</summary>
    public static IEnumerable<string> KeysOf(INamedTypeSymbol type, SdkSymbols sdk) =>
        from property in PropertiesOf(type)
        from attribute in property.GetAttributes()
        where Is(attribute, sdk.HashKeyAttribute) || Is(attribute, sdk.RangeKeyAttribute)
        select AttributeNameOf(property, sdk);

    /// <summary>The attributes that are the hash key of an index, or of the table where the index is an empty text.</summary>
    public static IEnumerable<string> HashKeysOf(INamedTypeSymbol type, string index, SdkSymbols sdk) =>
        PropertiesOf(type)
            .Where(property => index.Length == 0
                ? property.GetAttributes().Any(attribute => Is(attribute, sdk.HashKeyAttribute))
                : IndexesOf(property, sdk).Contains(index))
            .Select(property => AttributeNameOf(property, sdk));

    public static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var property in declaring.GetMembers().OfType<IPropertySymbol>())
            {
                yield return property;
            }
        }
    }

    /// <summary>The name of a property's attribute in the table.</summary>
    public static string AttributeNameOf(IPropertySymbol property, SdkSymbols sdk) =>
        property.GetAttributes()
            .Where(attribute => IsProperty(attribute.AttributeClass, sdk))
            .Select(ExplicitName)
            .FirstOrDefault(name => !string.IsNullOrEmpty(name))
        ?? property.Name;

    /// <summary>
    /// The name of the index, or an empty text for the table, whose hash key alone a property is; null if it is none. An index with
    /// several hash keys needs all of them.
    /// </summary>
    public static string? HashKeyOwner(IPropertySymbol property, ITypeSymbol type, SdkSymbols sdk)
    {
        if (property.GetAttributes().Any(attribute => Is(attribute, sdk.HashKeyAttribute)))
        {
            return "";
        }

        var others = PropertiesOf(type).Where(other => other.Name != property.Name).SelectMany(other => IndexesOf(other, sdk)).ToList();
        return IndexesOf(property, sdk).FirstOrDefault(index => !others.Contains(index));
    }

    /// <summary>The texts among the arguments of an index attribute: of its constructor and of <c>IndexNames = new[] { … }</c>.</summary>
    public static IEnumerable<string> TextsOf(AttributeData attribute) =>
        attribute.ConstructorArguments
            .Concat(attribute.NamedArguments.Where(argument => argument.Key == "IndexNames").Select(argument => argument.Value))
            .SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.IsNull ? [] : argument.Values.AsEnumerable() : [argument])
            .Where(argument => argument.Kind == TypedConstantKind.Primitive)
            .Select(argument => argument.Value)
            .OfType<string>();

    private static IEnumerable<string> IndexesOf(IPropertySymbol property, SdkSymbols sdk) =>
        property.GetAttributes().Where(attribute => Is(attribute, sdk.IndexHashKeyAttribute)).SelectMany(TextsOf);

    private static string? ExplicitName(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "AttributeName").Value.Value as string
        ?? attribute.ConstructorArguments
            .Where((_, i) => attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(i)?.Name == "attributeName")
            .Select(argument => argument.Value as string)
            .FirstOrDefault();

    /// <summary>The attributes of hash keys, range keys and index keys derive from <c>[DynamoDBProperty]</c>.</summary>
    private static bool IsProperty(INamedTypeSymbol? attributeClass, SdkSymbols sdk)
    {
        for (var type = attributeClass; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, sdk.PropertyAttribute))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(AttributeData attribute, INamedTypeSymbol? attributeClass) =>
        attributeClass is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass);
}
