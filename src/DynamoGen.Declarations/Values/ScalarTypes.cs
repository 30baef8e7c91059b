using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>The types that are stored as one S, N, B or BOOL.</summary>
internal static class ScalarTypes
{
    private const string BytesOf = "global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray({0})";

    public static ScalarValue? Parse(ITypeSymbol type) => Kind(type) is { } kind ? new ScalarValue(type.PlainName(), kind) : null;

    /// <summary>The other types that hold bytes, which are read as an array.</summary>
    public static ConvertedValue? ParseBytes(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { ContainingType: null, TypeArguments.Length: 1 } named || named.TypeArguments[0].SpecialType != SpecialType.System_Byte)
        {
            return null;
        }

        var stored = new ScalarValue("byte[]", ScalarKind.Binary);
        return TypeNames.MetadataName(named) switch
        {
            "System.ReadOnlyMemory`1" or "System.Memory`1" => new ConvertedValue(type.PlainName(), named.Name, IsValueType: true, stored, "{0}", "{0}", MayFail: false),
            "System.Collections.Immutable.ImmutableArray`1" => new ConvertedValue(type.PlainName(), named.Name, IsValueType: true, stored, "{0}.AsMemory()", BytesOf, MayFail: false),
            _ => null,
        };
    }

    private static ScalarKind? Kind(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ScalarKind.String,
        SpecialType.System_Char => ScalarKind.Char,
        SpecialType.System_Boolean => ScalarKind.Boolean,
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
            or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => ScalarKind.Number,
        SpecialType.System_DateTime => ScalarKind.DateTime,
        _ => type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } ? ScalarKind.Binary : OfSystem(type),
    };

    private static ScalarKind? OfSystem(ITypeSymbol type) => type is not INamedTypeSymbol { ContainingType: null, TypeArguments.Length: 0 } named ? null : TypeNames.MetadataName(named) switch
    {
        "System.Guid" => ScalarKind.Guid,
        "System.DateTimeOffset" => ScalarKind.DateTimeOffset,
        "System.DateOnly" => ScalarKind.DateOnly,
        "System.TimeOnly" => ScalarKind.TimeOnly,
        "System.TimeSpan" => ScalarKind.TimeSpan,
        "System.Half" or "System.Int128" or "System.UInt128" or "System.Numerics.BigInteger" => ScalarKind.Number,
        _ => null,
    };
}
