using System.Globalization;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
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

    /// <summary>Whether that period is a second.</summary>
    public bool IsSecond { get; private init; }

    /// <summary>Whether it is a time that is written more finely than to the second.</summary>
    public bool IsInstant { get; private init; }

    public bool IsNullable { get; }

    /// <summary>Whether the number is only what the property's name suggests.</summary>
    public bool IsGuess { get; }

    public static PropertyCardinality Of(IPropertySymbol property, string? format, DeclarationSymbols? declarations)
    {
        var isNullable = property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || property.Type.NullableAnnotation == NullableAnnotation.Annotated;
        var type = WrittenType(property.Type);
        if ((TimePeriod.Of(type, format) ?? RoundedGetter.PeriodOf(property)) is { } period)
        {
            // However many days [Cardinality] counts, all that is written now has today's value.
            return new PropertyCardinality(null, $"{property.Name} has one value {period}", isTimeBucket: true, isNullable)
            {
                IsSecond = period == TimePeriod.Second,
            };
        }

        return Declared(property, declarations) is { } declared
            ? new PropertyCardinality(declared, $"{property.Name} has {Count(declared, "declared value")}", isTimeBucket: false, isNullable)
            : OfFormat(property, type, format, OfType(property, type, isNullable));
    }

    /// <summary>A format may have room for fewer values than the type has.</summary>
    private static PropertyCardinality OfFormat(IPropertySymbol property, ITypeSymbol type, string? format, PropertyCardinality ofType) =>
        FormatCardinality.Of(type, format) is { } values && !(ofType.Values <= values)
            ? new PropertyCardinality(values, $"{property.Name} has {Count(values, "value")} as {format}", isTimeBucket: false, ofType.IsNullable)
            : ofType;

    /// <summary>The type whose values stand in the key: what is inside of a nullable one or of a wrapper.</summary>
    public static ITypeSymbol WrittenType(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? WrittenType(nullable.TypeArguments[0])
        : Converters.WrappedProperty(type)?.Type ?? type;

    private static PropertyCardinality OfType(IPropertySymbol property, ITypeSymbol type, bool isNullable) => type switch
    {
        { SpecialType: SpecialType.System_Boolean } => new PropertyCardinality(2, $"{property.Name} is true or false", isTimeBucket: false, isNullable),
        { SpecialType: SpecialType.System_Byte or SpecialType.System_SByte } => OfBits(property, 8, isNullable),
        { SpecialType: SpecialType.System_Int16 or SpecialType.System_UInt16 } => OfBits(property, 16, isNullable),
        { SpecialType: SpecialType.System_String } => OfText(property, isNullable),
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } => OfNumber(property, isNullable),
        { TypeKind: TypeKind.Enum } => OfEnum(property, type, isNullable),
        _ => new PropertyCardinality(null, "", isTimeBucket: false, isNullable) { IsInstant = TimePeriod.IsInstant(type) },
    };

    private static PropertyCardinality OfBits(IPropertySymbol property, int bits, bool isNullable) =>
        new(1L << bits, $"{property.Name} has {bits} bits", isTimeBucket: false, isNullable);

    private static PropertyCardinality OfText(IPropertySymbol property, bool isNullable)
    {
        var guess = NamedCardinality.Of(property.Name);
        return new PropertyCardinality(
            guess, guess is { } values ? $"by its name, {property.Name} has about {Count(values, "value")}; [Cardinality] says better" : "",
            isTimeBucket: false, isNullable, isGuess: guess is not null);
    }

    /// <summary>A year is one for all that is written now, and there are twelve months.</summary>
    private static PropertyCardinality OfNumber(IPropertySymbol property, bool isNullable) => property.Name switch
    {
        "Year" => new(null, "by its name, Year has one value a year; [Cardinality] says better", isTimeBucket: true, isNullable, isGuess: true),
        "Month" => new(12, "by its name, Month has 12 values; [Cardinality] says better", isTimeBucket: false, isNullable, isGuess: true),
        _ => new(null, "", isTimeBucket: false, isNullable)
        {
            IsInstant = property.Type.SpecialType == SpecialType.System_Int64 && property.Name.EndsWith("Ticks", StringComparison.Ordinal),
        },
    };

    private static PropertyCardinality OfEnum(IPropertySymbol property, ITypeSymbol type, bool isNullable)
    {
        var constants = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue).Select(field => Bits(field.ConstantValue!)).Distinct().ToList();
        var isFlags = type.Has("System.FlagsAttribute");
        var flags = constants.Count(bits => bits != 0 && (bits & (bits - 1)) == 0);
        return constants.Count == 0 || (isFlags && flags > 62) ? new PropertyCardinality(null, "", isTimeBucket: false, isNullable)
            : isFlags ? new PropertyCardinality(1L << flags, $"{property.Name} has {Count(flags, "flag")}", isTimeBucket: false, isNullable)
            : new PropertyCardinality(constants.Count, $"{property.Name} has {Count(constants.Count, "member")}", isTimeBucket: false, isNullable);
    }

    /// <summary>The value of <c>[Cardinality]</c>, which knows better than the type.</summary>
    private static long? Declared(IPropertySymbol property, DeclarationSymbols? declarations) =>
        property.GetAttributes()
            .Where(attribute => declarations?.CardinalityAttribute is { } cardinality
                && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, cardinality))
            .SelectMany(attribute => attribute.ConstructorArguments)
            .Select(argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value as long? : null)
            .FirstOrDefault(values => values is >= 1);

    private static string Count(long number, string noun) => string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}{2}", number, noun, number == 1 ? "" : "s");

    private static ulong Bits(object constant) =>
        constant is ulong bits ? bits : unchecked((ulong)Convert.ToInt64(constant, CultureInfo.InvariantCulture));
}
