using System.Globalization;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>How many different values a property can put into a key, and how that is known.</summary>
internal sealed class PropertyCardinality
{
    private PropertyCardinality(long? values, string reason, bool isTimeBucket, bool isNullable, bool isGuess = false) =>
        (Values, Reason, IsTimeBucket, IsNullable, IsGuess) = (values, reason, isTimeBucket, isNullable, isGuess);

    /// <summary>The number of values, or null if that is not known.</summary>
    public long? Values { get; }

    /// <summary>How the number is known, such as <c>Status has 3 members</c>.</summary>
    public string Reason { get; }

    /// <summary>Whether all moments of a day, an hour or another period give one value.</summary>
    public bool IsTimeBucket { get; }

    public bool IsNullable { get; }

    /// <summary>Whether the number is only what the property's name suggests.</summary>
    public bool IsGuess { get; }

    public static PropertyCardinality Of(IPropertySymbol property, string? format, DeclarationSymbols? declarations)
    {
        var isNullable = property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var type = isNullable && property.Type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } ? arguments[0] : property.Type;
        if (Declared(property, declarations) is { } declared)
        {
            return new PropertyCardinality(declared, $"{property.Name} has {Count(declared, "declared value")}", isTimeBucket: false, isNullable);
        }

        if (TimePeriod.Of(type, format) is { } period)
        {
            return new PropertyCardinality(null, $"{property.Name} has one value {period}", isTimeBucket: true, isNullable);
        }

        return type.SpecialType == SpecialType.System_Boolean ? new PropertyCardinality(2, $"{property.Name} is true or false", isTimeBucket: false, isNullable)
            : type.TypeKind == TypeKind.Enum ? OfEnum(property, type, isNullable)
            : type.SpecialType == SpecialType.System_String ? OfText(property)
            : new PropertyCardinality(null, "", isTimeBucket: false, isNullable);
    }

    private static PropertyCardinality OfText(IPropertySymbol property)
    {
        var guess = NamedCardinality.Of(property.Name);
        var isNullable = property.Type.NullableAnnotation == NullableAnnotation.Annotated;
        return new PropertyCardinality(
            guess, guess is { } values ? $"by its name, {property.Name} has about {Count(values, "value")}; [Cardinality] says better" : "", isTimeBucket: false, isNullable, isGuess: guess is not null);
    }

    private static PropertyCardinality OfEnum(IPropertySymbol property, ITypeSymbol type, bool isNullable)
    {
        var constants = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(field => Bits(field.ConstantValue!)).Distinct().ToList();
        var isFlags = type.Has("System.FlagsAttribute");
        var flags = constants.Count(bits => bits != 0 && (bits & (bits - 1)) == 0);
        return constants.Count == 0 || (isFlags && flags > 62) ? new PropertyCardinality(null, "", isTimeBucket: false, isNullable)
            : isFlags ? new PropertyCardinality(1L << flags, $"{property.Name} has {Count(flags, "flag")}", isTimeBucket: false, isNullable)
            : new PropertyCardinality(constants.Count, $"{property.Name} has {Count(constants.Count, "member")}", isTimeBucket: false, isNullable);
    }

    /// <summary>The value of <c>[Cardinality]</c>, which knows better than the type.</summary>
    private static long? Declared(IPropertySymbol property, DeclarationSymbols? declarations) =>
        property.GetAttributes()
            .Where(attribute => declarations?.CardinalityAttribute is { } cardinality && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, cardinality))
            .SelectMany(attribute => attribute.ConstructorArguments)
            .Select(argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value as long? : null)
            .FirstOrDefault(values => values is >= 1);

    private static string Count(long number, string noun) => string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}{2}", number, noun, number == 1 ? "" : "s");

    private static ulong Bits(object constant) =>
        constant is ulong bits ? bits : unchecked((ulong)Convert.ToInt64(constant, CultureInfo.InvariantCulture));
}
