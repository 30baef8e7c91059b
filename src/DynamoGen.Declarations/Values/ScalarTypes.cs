using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>The types that are stored as one S, N, B or BOOL.</summary>
internal static class ScalarTypes
{
    public static ScalarValue? Parse(ITypeSymbol type) => KindOf(type) is { } kind ? new ScalarValue(kind) : null;

    /// <summary>The other types that hold bytes, which are read as an array.</summary>
    public static ConvertedValue? ParseBytes(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { ContainingType: null, TypeArguments.Length: 1 } named
            || named.TypeArguments[0].SpecialType != SpecialType.System_Byte)
        {
            return null;
        }

        BytesKind? kind = TypeNames.MetadataName(named) switch
        {
            "System.Memory`1" => BytesKind.Memory,
            "System.ReadOnlyMemory`1" => BytesKind.ReadOnlyMemory,
            "System.Collections.Immutable.ImmutableArray`1" => BytesKind.ImmutableArray,
            _ => null,
        };
        return kind is { } bytes
            ? new ConvertedValue(type.PlainName(), named.Name, IsValueType: true, new ScalarValue(ScalarKind.Binary), new BytesConversion(bytes))
            : null;
    }

    /// <summary>The kind of a scalar, or null for other types.</summary>
    public static ScalarKind? KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ScalarKind.String,
        SpecialType.System_Char => ScalarKind.Char,
        SpecialType.System_Boolean => ScalarKind.Boolean,
        SpecialType.System_SByte => ScalarKind.SByte,
        SpecialType.System_Byte => ScalarKind.Byte,
        SpecialType.System_Int16 => ScalarKind.Int16,
        SpecialType.System_UInt16 => ScalarKind.UInt16,
        SpecialType.System_Int32 => ScalarKind.Int32,
        SpecialType.System_UInt32 => ScalarKind.UInt32,
        SpecialType.System_Int64 => ScalarKind.Int64,
        SpecialType.System_UInt64 => ScalarKind.UInt64,
        SpecialType.System_Single => ScalarKind.Single,
        SpecialType.System_Double => ScalarKind.Double,
        SpecialType.System_Decimal => ScalarKind.Decimal,
        SpecialType.System_DateTime => ScalarKind.DateTime,
        _ => type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } ? ScalarKind.Binary : OfSystem(type),
    };

    /// <summary>Whether a property holds a DateTime, stored as text or as a number.</summary>
    public static bool IsDateTime(ValueModel value) => value.WithoutNull switch
    {
        ScalarValue scalar => scalar.Kind == ScalarKind.DateTime,
        ConvertedValue { Conversion: EpochConversion epoch } => !epoch.IsOffset,
        ConvertedValue { Conversion: IsoMillisecondsConversion instant } => !instant.IsOffset,
        _ => false,
    };

    private static ScalarKind? OfSystem(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { ContainingType: null, TypeArguments.Length: 0 } named)
        {
            return null;
        }

        return TypeNames.MetadataName(named) switch
        {
            "System.Guid" => ScalarKind.Guid,
            "System.DateTimeOffset" => ScalarKind.DateTimeOffset,
            "System.DateOnly" => ScalarKind.DateOnly,
            "System.TimeOnly" => ScalarKind.TimeOnly,
            "System.TimeSpan" => ScalarKind.TimeSpan,
            "System.Half" => ScalarKind.Half,
            "System.Int128" => ScalarKind.Int128,
            "System.UInt128" => ScalarKind.UInt128,
            "System.Numerics.BigInteger" => ScalarKind.BigInteger,
            _ => null,
        };
    }
}
