using DynamoGen.Analyzers.Libraries;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>Reads how an attribute of <c>DynamoDBContext</c> names and stores a property.</summary>
internal static class MapperNames
{
    private const int LowerCamelCase = 2;
    private const int LegacyCamelCase = 3;

    /// <summary>The name that the attribute gives, or null.</summary>
    public static string? NameIn(AttributeData attribute) =>
        (attribute.Named<string?>("AttributeName", null) ?? Argument(attribute, "attributeName")?.Value as string) is { Length: > 0 } name ? name : null;

    public static ITypeSymbol? ConverterOf(AttributeData attribute) =>
        (attribute.Named<ITypeSymbol?>("Converter", null) ?? attribute.ConstructorArguments
            .Where(argument => argument.Kind == TypedConstantKind.Type).Select(argument => argument.Value).FirstOrDefault()) as ITypeSymbol;

    public static bool IsEpoch(AttributeData attribute) =>
        attribute.Named("StoreAsEpoch", false) || attribute.Named("StoreAsEpochLong", false) || Argument(attribute, "storeAsEpoch")?.Value is true;

    /// <summary>Whether a table names the attributes of its items in camel case, by a flag or, in later versions of the SDK, by a member of an enum.</summary>
    public static bool AreCamelCase(AttributeData attribute) =>
        attribute.Named("LowerCamelCaseProperties", false)
        || attribute.ConstructorArguments.Any(argument => argument.Value is true)
        || attribute.NamedArguments.Where(argument => argument.Key == "AttributeCasing").Select(argument => argument.Value)
            .Concat(attribute.ConstructorArguments)
            .Any(argument => argument is { Kind: TypedConstantKind.Enum, Type.Name: "CaseMode", Value: LowerCamelCase or LegacyCamelCase });

    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>Whether a property is stored under its own name, and no attribute of <c>DynamoDBContext</c> names another one.</summary>
    public static bool IsCasedOtherwise(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false }
        && !property.Has(DeclarationAttributes.Ignore)
        && property.GetAttributes().All(attribute => NameIn(attribute) is null && attribute.AttributeClass?.Name != "DynamoDBIgnoreAttribute")
        && MemberParser.AttributeOf(property) == property.Name
        && CamelCase(property.Name) != property.Name;

    /// <summary>Whether the property may have the attribute of that name: no other one has it, and no key.</summary>
    public static bool IsFree(string name, IPropertySymbol property) =>
        name is not ("_t" or "_v" or "_w")
        && MappedClass.PropertiesOf(property.ContainingType).All(other => other.Name == property.Name || MemberParser.AttributeOf(other) != name)
        && !KeyAttributesOf(property.ContainingType).Contains(name);

    private static IEnumerable<string?> KeyAttributesOf(INamedTypeSymbol type) => EntityParser.Table(type, new()) is { } table
        ? table.Indexes.SelectMany(index => new[] { index.PartitionKey, index.SortKey }).Concat([table.PartitionKey, table.SortKey])
        : [];

    private static TypedConstant? Argument(AttributeData attribute, string parameter)
    {
        for (var i = 0; i < attribute.ConstructorArguments.Length; i++)
        {
            if (attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(i)?.Name == parameter)
            {
                return attribute.ConstructorArguments[i];
            }
        }

        return null;
    }
}
