using System.Globalization;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Keys;

/// <summary>Decides how a property's type is written into a key.</summary>
internal static class KeyPartTypes
{
    public const string TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";
    public const string MillisecondsFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
    public const string DateFormat = "yyyy-MM-dd";
    private const string TimeFormat = "HH:mm:ss.fffffff";

    /// <summary>.NET's formats of a number in as many digits as it has.</summary>
    private const string PlainNumber = "D";
    private const string PlainDecimal = "G";

    public static KeyPart? Parse(ITypeSymbol type, string property, string? format, INamedTypeSymbol entity, out KeyPartProblem? problem)
    {
        if (Converters.WrappedProperty(type) is { } wrapped)
        {
            problem = Converters.WrappedProperty(wrapped.Type) is null ? null : new KeyPartProblem(DeclarationRule.KeyType, string.Empty);
            return problem is null && Parse(wrapped.Type, property, format, entity, out problem) is { } part
                ? part with { TypeName = type.PlainName(), WrappedType = part.TypeName }
                : null;
        }

        problem = null;
        var name = type.PlainName();
        var letters = CaseOf(ref format);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } && EnumTypes.Parse((INamedTypeSymbol)type, entity) is var members
            && (format == PlainNumber || !members.IsFlags))
        {
            return Enum(new KeyPart(KeyPartKind.Enum, property, name, Enum: members) { Case = letters }, format, out problem);
        }

        if (ScalarTypes.ParseBytes(type) is { Conversion: BytesConversion { Kind: BytesKind.ReadOnlyMemory } })
        {
            return WithoutFormat(new KeyPart(KeyPartKind.Bytes, property, name, IsMemory: true), format, out problem);
        }

        switch (ScalarTypes.KindOf(type))
        {
            case ScalarKind.Binary:
                return WithoutFormat(new KeyPart(KeyPartKind.Bytes, property, name), format, out problem);
            case ScalarKind.String:
                return Text(new KeyPart(KeyPartKind.Text, property, name) { Case = letters }, format, out problem);
            case ScalarKind.Boolean:
                return WithoutFormat(new KeyPart(KeyPartKind.Boolean, property, name) { Case = letters }, format, out problem);
            case ScalarKind.Guid when format == "N":
                return WithoutFormat(new KeyPart(KeyPartKind.Guid, property, name) { Style = KeyPartStyle.Compact, Case = letters }, null, out problem);
            case ScalarKind.Guid:
                return WithoutFormat(new KeyPart(KeyPartKind.Guid, property, name) { Case = letters }, format == "D" ? null : format, out problem);
            case ScalarKind.TimeSpan:
                return WithoutFormat(new KeyPart(KeyPartKind.Duration, property, name) { Case = letters }, format, out problem);
            case ScalarKind.DateTimeOffset:
                return Instant(new KeyPart(KeyPartKind.DateTimeOffset, property, name) { Case = letters }, format, out problem);
            case ScalarKind.DateTime:
                return Instant(new KeyPart(KeyPartKind.DateTime, property, name) { Case = letters }, format, out problem);
            case ScalarKind.DateOnly:
                return Dated(new KeyPart(KeyPartKind.Date, property, name) { Case = letters }, format, DateFormat, out problem);
            case ScalarKind.TimeOnly:
                return Dated(new KeyPart(KeyPartKind.Time, property, name) { Case = letters }, format, TimeFormat, out problem);
            case ScalarKind.Decimal:
                return WithoutCase(Decimal(property, name, format, out problem), letters, ref problem);
            case { } number when Width(number) is { } width:
                return WithoutCase(Number(property, number, width, format, out problem), letters, ref problem);
            default:
                problem = new KeyPartProblem(DeclarationRule.KeyType, string.Empty);
                return null;
        }
    }

    /// <summary>The case that a format ends with, which is taken off it.</summary>
    private static KeyPartCase CaseOf(ref string? format)
    {
        var letters = format is null ? KeyPartCase.Unchanged
            : Ends(format, "lower") ? KeyPartCase.Lower
            : Ends(format, "upper") ? KeyPartCase.Upper
            : KeyPartCase.Unchanged;
        if (letters != KeyPartCase.Unchanged)
        {
            // "lower" and "upper" have as many letters.
            format = format!.Length == "lower".Length ? null : format.Substring(0, format.Length - "lower".Length - 1);
        }

        return letters;

        static bool Ends(string format, string name) => format == name || format.EndsWith(":" + name, StringComparison.Ordinal);
    }

    /// <summary>Text as it stands, which other programs write without any escapes; in one case, it is always written so.</summary>
    private static KeyPart? Text(KeyPart part, string? format, out KeyPartProblem? problem) =>
        format == "raw" || (format is null && part.Case != KeyPartCase.Unchanged)
            ? Is(part with { Style = KeyPartStyle.Raw }, out problem)
            : WithoutFormat(part, format, out problem);

    private static KeyPart Is(KeyPart part, out KeyPartProblem? problem)
    {
        problem = null;
        return part;
    }

    /// <summary>The names of an enum's members go into keys as they are, so that they must not hold what keys escape.</summary>
    private static KeyPart? Enum(KeyPart part, string? format, out KeyPartProblem? problem)
    {
        var (property, members) = (part.Text, part.Enum!);
        if (format == PlainNumber)
        {
            return WithoutCase(Is(part with { Style = KeyPartStyle.Plain, Case = KeyPartCase.Unchanged }, out problem), part.Case, ref problem);
        }

        if (members.Members.FirstOrDefault(member => member.StoredName.Any(letter => letter <= '$' || letter >= '\udbff')) is { } bad)
        {
            problem = new KeyPartProblem(DeclarationRule.KeyTemplate,
                $"takes '{property}', whose member '{bad.Name}' is stored by a name with characters that keys escape; use letters, digits, '-' or '_'");
            return null;
        }

        // A key has the names of an enum that is stored as a number, too.
        if (EnumTypes.Problem(members with { IsNumber = false }) is { } wrong)
        {
            problem = new KeyPartProblem(DeclarationRule.KeyTemplate, $"takes '{property}', but {wrong}");
            return null;
        }

        if (members.Members.Where(member => !member.IsAlias).GroupBy(part.NameOf).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            problem = new KeyPartProblem(DeclarationRule.KeyTemplate,
                $"takes '{property}', whose members '{twice.First().Name}' and '{twice.Last().Name}' would be one in a single case");
            return null;
        }

        return WithoutFormat(part, format, out problem);
    }

    private static int? Width(ScalarKind type) => type switch
    {
        ScalarKind.SByte or ScalarKind.Byte => 3,
        ScalarKind.Int16 or ScalarKind.UInt16 => 5,
        ScalarKind.Int32 or ScalarKind.UInt32 => 10,
        ScalarKind.Int64 => 19,
        ScalarKind.UInt64 => 20,
        _ => null,
    };

    private static KeyPart? WithoutFormat(KeyPart part, string? format, out KeyPartProblem? problem)
    {
        problem = format is null ? null : new KeyPartProblem(DeclarationRule.KeyTemplate, $"gives '{part.Text}' a format, which its type does not take");
        return format is null ? part : null;
    }

    /// <summary>A part that has no letters.</summary>
    private static KeyPart? WithoutCase(KeyPart? part, KeyPartCase letters, ref KeyPartProblem? problem)
    {
        if (part is null || letters == KeyPartCase.Unchanged)
        {
            return part;
        }

        problem = new KeyPartProblem(DeclarationRule.KeyTemplate, $"gives '{part.Text}' a case, but a number has no letters");
        return null;
    }

    private static KeyPart? Instant(KeyPart part, string? format, out KeyPartProblem? problem) => format switch
    {
        "unixSeconds" => Is(part with { Style = KeyPartStyle.UnixSeconds, Width = 10 }, out problem),
        "unixMilliseconds" => Is(part with { Style = KeyPartStyle.UnixMilliseconds, Width = 13 }, out problem),
        _ => Dated(part, format, TimestampFormat, out problem),
    };

    private static KeyPart? Dated(KeyPart part, string? format, string whole, out KeyPartProblem? problem)
    {
        problem = format is null || SortableFormat.IsSortable(format, part.Kind)
            ? null
            : new KeyPartProblem(DeclarationRule.UnsortableFormat,
                $"gives '{part.Text}' the format '{format}', whose order as text is not the order in time; write the largest unit first, each in full width");
        return problem is null ? part with { Format = format ?? whole } : null;
    }

    private static KeyPart? Number(string property, ScalarKind type, int width, string? format, out KeyPartProblem? problem)
    {
        problem = null;
        if (format == PlainNumber)
        {
            return new KeyPart(KeyPartKind.Number, property, type.TypeName(), Scalar: type) { Style = KeyPartStyle.Plain };
        }

        if (format is not null
            && !(format[0] is 'D' or 'd'
                && int.TryParse(format.Substring(1), NumberStyles.Integer, CultureInfo.InvariantCulture, out width)
                && width is >= 1 and <= 20))
        {
            problem = new KeyPartProblem(DeclarationRule.UnsortableFormat,
                $"gives the number '{property}' the format '{format}'; a fixed width such as D8 (1 to 20 digits) keeps keys in order, "
                    + "and D alone writes it as it is, for keys that are asked for by equality");
            return null;
        }

        return new KeyPart(KeyPartKind.Number, property, type.TypeName(), Width: width, Scalar: type);
    }

    private static KeyPart? Decimal(string property, string type, string? format, out KeyPartProblem? problem)
    {
        problem = null;
        if (format is null)
        {
            return new KeyPart(KeyPartKind.Decimal, property, type);
        }

        if (format == PlainDecimal)
        {
            return new KeyPart(KeyPartKind.Decimal, property, type) { Style = KeyPartStyle.Plain };
        }

        var point = format.IndexOf('.');
        var integers = point < 0 ? format : format.Substring(0, point);
        var fraction = point < 0 ? string.Empty : format.Substring(point + 1);
        if (integers.Length is < 1 or > 28 || fraction.Length > 28 || (integers + fraction).Any(digit => digit != '0'))
        {
            problem = new KeyPartProblem(DeclarationRule.UnsortableFormat,
                $"gives the number '{property}' the format '{format}'; a fixed width such as 000000.00 keeps keys in order, and G writes it as it is, "
                    + "for keys that are asked for by equality");
            return null;
        }

        return new KeyPart(KeyPartKind.Decimal, property, type, Width: integers.Length, Fraction: fraction.Length);
    }
}

/// <summary>Why a placeholder cannot be written into a key.</summary>
internal sealed class KeyPartProblem(DeclarationRule rule, string reason)
{
    public DeclarationRule Rule { get; } = rule;

    public string Reason { get; } = reason;
}
