using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>How many values a format of a key has room for: 24 for the hours of a day, 19 for a number of one digit.</summary>
internal static class FormatCardinality
{
    private const int MostDigits = 9;

    /// <summary>The number of values, or null where the format limits none.</summary>
    public static long? Of(ITypeSymbol type, string? format) => format is null ? null
        : type.Name == "TimeOnly" ? OfTime(format)
        : IsInteger(type) ? OfDigits(type, format)
        : null;

    private static long? OfTime(string format)
    {
        if (TimeFormat.Keeps(format, 'f') || TimeFormat.Keeps(format, 'F'))
        {
            return null;
        }

        var hours = TimeFormat.Keeps(format, 'H') ? 24L : TimeFormat.Keeps(format, 'h') ? 12 : 1;
        return hours * (TimeFormat.Keeps(format, 'm') ? 60 : 1) * (TimeFormat.Keeps(format, 's') ? 60 : 1);
    }

    private static long? OfDigits(ITypeSymbol type, string format)
    {
        if (format[0] is not ('D' or 'd')
            || !int.TryParse(format.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            || digits is < 1 or > MostDigits)
        {
            return null;
        }

        var values = 1L;
        for (var digit = 0; digit < digits; digit++)
        {
            values *= 10;
        }

        return IsSigned(type) ? (2 * values) - 1 : values;
    }

    private static bool IsInteger(ITypeSymbol type) => IsSigned(type) || type.SpecialType is SpecialType.System_Byte or SpecialType.System_UInt16
        or SpecialType.System_UInt32 or SpecialType.System_UInt64;

    private static bool IsSigned(ITypeSymbol type) => type.SpecialType is SpecialType.System_SByte or SpecialType.System_Int16
        or SpecialType.System_Int32 or SpecialType.System_Int64;
}
