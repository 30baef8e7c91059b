using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>How many different values a property can put into a key.</summary>
internal readonly struct PropertyCardinality
{
    private PropertyCardinality(long? values, bool isTimeBucket, bool isNullable) =>
        (Values, IsTimeBucket, IsNullable) = (values, isTimeBucket, isNullable);

    /// <summary>The number of values that its type has, or null if that is not a small number.</summary>
    public long? Values { get; }

    /// <summary>Whether all moments of a day, an hour or another period give one value.</summary>
    public bool IsTimeBucket { get; }

    public bool IsNullable { get; }

    public static PropertyCardinality Of(ITypeSymbol type, string? format)
    {
        var isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var value = isNullable && type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } ? arguments[0] : type;
        return new PropertyCardinality(CountValues(value), IsBucket(value, format), isNullable);
    }

    private static long? CountValues(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean ? 2
        : type.TypeKind == TypeKind.Enum ? CountMembers(type)
        : null;

    private static long? CountMembers(ITypeSymbol type)
    {
        var constants = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(field => Bits(field.ConstantValue!)).Distinct().ToList();
        var isFlags = type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "System.FlagsAttribute");
        var flags = constants.Count(bits => bits != 0 && (bits & (bits - 1)) == 0);
        return constants.Count == 0 || (isFlags && flags > 62) ? null
            : isFlags ? 1L << flags
            : constants.Count;
    }

    private static ulong Bits(object constant) =>
        constant is ulong bits ? bits : unchecked((ulong)Convert.ToInt64(constant, CultureInfo.InvariantCulture));

    private static bool IsBucket(ITypeSymbol type, string? format) =>
        type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
        && type.Name switch
        {
            "DateOnly" => true,
            "DateTime" or "DateTimeOffset" => format is not null && !TimeFormat.HasSeconds(format),
            _ => false,
        };
}
