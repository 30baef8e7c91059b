using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patches;

/// <summary>Finds the converter that <c>[JsonConverter]</c> names for a property, which generated code makes itself.</summary>
internal static class JsonConverters
{
    private const string Attribute = "System.Text.Json.Serialization.JsonConverterAttribute";
    private const string Converter = "System.Text.Json.Serialization.JsonConverter`1";
    private const string Factory = "System.Text.Json.Serialization.JsonConverterFactory";

    /// <summary>What says that what it marks needs reflection, or code that is made at run time.</summary>
    private static readonly string[] Dynamic =
    [
        "System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute",
    ];

    /// <summary>The attribute, or one that is derived from it.</summary>
    public static AttributeData? MarkOf(IPropertySymbol property) => property.MarkOf(Attribute);

    /// <summary>Why generated code cannot make the converter, as the end of a sentence that begins with the property; null where it can.</summary>
    /// <param name="mark">The attribute.</param>
    /// <param name="type">The property's type.</param>
    /// <param name="patch">Where the generated code stands.</param>
    public static string? Obstacle(AttributeData mark, ITypeSymbol type, INamedTypeSymbol patch)
    {
        if (!mark.AttributeClass!.IsNamed(Attribute))
        {
            return $"has '[{mark.AttributeClass!.Name}]', which makes its converter at run time; name the converter in [JsonConverter(typeof(…))]";
        }

        if (TypeOf(mark) is not { IsUnboundGenericType: false } converter)
        {
            return "has a [JsonConverter] that names no type which can be made";
        }

        var constructor = converter.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.Length == 0);
        return constructor is null || converter.IsAbstract || !Accessors.CanReach(constructor, patch) || !Accessors.CanReachType(converter, patch)
                ? $"has the converter '{converter.Name}', which the patch cannot make; let it be internal, with a constructor without parameters"
            : converter.IsRefused() || constructor.IsRefused()
                ? $"has the converter '{converter.Name}', which is obsolete as an error and keeps generated code from naming it"
            : Dynamic.Any(name => converter.Attribute(name) is not null || constructor.Attribute(name) is not null)
                ? $"has the converter '{converter.Name}', which makes code at run time; name one that does not, such as JsonStringEnumConverter<TEnum>"
            : Bases(converter).Any(type => type.IsNamed(Factory)) || IsFor(converter, type)
                ? null
            : $"has the converter '{converter.Name}', which is none of '{type.ToDisplayString()}'";
    }

    /// <summary>A converter without an obstacle.</summary>
    public static JsonConversion By(AttributeData mark, ITypeSymbol type) => new(TypeOf(mark)!.PlainName(), Unwrapped(type) is not null);

    private static bool IsFor(INamedTypeSymbol converter, ITypeSymbol type) =>
        Bases(converter).FirstOrDefault(type => type.OriginalDefinition.IsNamed(Converter))?.TypeArguments[0] is { } converted
        && (SymbolEqualityComparer.Default.Equals(converted, type) || SymbolEqualityComparer.Default.Equals(converted, Unwrapped(type)));

    private static ITypeSymbol? Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;

    private static INamedTypeSymbol? TypeOf(AttributeData mark) => mark.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol;

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
