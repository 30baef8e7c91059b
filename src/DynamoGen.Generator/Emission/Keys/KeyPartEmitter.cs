using System.Globalization;
using DynamoGen.Declarations.Keys;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>Writes the calls that build one part of a key and that read it back.</summary>
internal static class KeyPartEmitter
{
    /// <summary>A statement that adds the part to the local <c>key</c>.</summary>
    /// <param name="part">The part.</param>
    /// <param name="value">The C# expression of its value; unused for a literal.</param>
    public static string Build(KeyPart part, string value) => BuildWritten(part, part.WrappedType is null ? value : value + ".Value");

    /// <summary>A statement that writes the part as the content of a number or of bytes.</summary>
    public static string Content(KeyPart part, string value)
    {
        var written = part.WrappedType is null ? value : value + ".Value";
        return part.Kind == KeyPartKind.Bytes ? $"writer.Binary({written});" : $"writer.Number({written});";
    }

    /// <summary>The expression that reads the whole attribute value of a number or of bytes.</summary>
    public static string ReadWhole(KeyPart part)
    {
        var read = (part.Kind, part.WrittenType) switch
        {
            (KeyPartKind.Bytes, "byte[]") => "reader.ReadBinary()",
            (KeyPartKind.Bytes, _) => "(global::System.ReadOnlyMemory<byte>)reader.ReadBinary()",
            _ => $"reader.ReadNumber<{part.WrittenType}>()",
        };
        return part.WrappedType is null ? read : $"new {part.TypeName}({read})";
    }

    private static string BuildWritten(KeyPart part, string value) => part.Kind switch
    {
        KeyPartKind.Literal => $"key.Literal({Text.Utf8(part.Text)});",
        KeyPartKind.Text => part.IsFinal ? $"key.FinalText({value});" : $"key.Text({value});",
        KeyPartKind.Enum => $"key.Literal({EnumEmitter.NameMethod(part.Enum!)}({value}));",
        KeyPartKind.Number or KeyPartKind.Shard => $"key.Number({value}, {Number(part.Width)});",
        KeyPartKind.Decimal when part.Width > 0 => $"key.Decimal({value}, {Number(part.Width)}, {Number(part.Fraction)});",
        KeyPartKind.Decimal => $"key.Decimal({value});",
        KeyPartKind.Boolean => $"key.Boolean({value});",
        KeyPartKind.Bytes => $"key.Binary({value}{(part.WrittenType == "byte[]" ? string.Empty : ".Span")});",
        KeyPartKind.Guid => $"key.Guid({value});",
        KeyPartKind.DateTime or KeyPartKind.DateTimeOffset => $"key.Timestamp({value}, {Text.Literal(part.Format!)});",
        KeyPartKind.Date => $"key.Date({value}, {Text.Literal(part.Format!)});",
        KeyPartKind.Time => $"key.Time({value}, {Text.Literal(part.Format!)});",
        _ => $"key.Duration({value});",
    };

    /// <summary>A condition that reads the part from the local <c>reader</c> into a variable that it declares.</summary>
    /// <param name="part">The part.</param>
    /// <param name="variable">The variable's name; unused for a literal.</param>
    public static string Read(KeyPart part, string variable) => part.Kind switch
    {
        KeyPartKind.Literal => $"reader.Literal({Text.Literal(part.Text)})",
        KeyPartKind.Text => part.IsFinal ? $"reader.FinalText(out var {variable})" : $"reader.Text(out var {variable})",
        KeyPartKind.Enum => $"reader.{(part.IsFinal ? "FinalText" : "Text")}(out var {variable}Name) && {EnumEmitter.ParseMethod(part.Enum!)}({variable}Name, out var {variable})",
        KeyPartKind.Shard => $"reader.Number({Number(part.Width)}, out long _)",
        KeyPartKind.Number => NumberReading(part, variable),
        KeyPartKind.Decimal when part.Width > 0 => $"reader.Decimal({Number(part.Width)}, {Number(part.Fraction)}, out var {variable})",
        KeyPartKind.Decimal => $"reader.Decimal(out var {variable})",
        KeyPartKind.Boolean => $"reader.Boolean(out var {variable})",
        KeyPartKind.Guid => $"reader.Guid(out var {variable})",
        KeyPartKind.DateTime or KeyPartKind.DateTimeOffset => $"reader.Timestamp(out {part.WrittenType} {variable}, {Text.Literal(part.Format!)})",
        KeyPartKind.Date => $"reader.Date(out var {variable}, {Text.Literal(part.Format!)})",
        KeyPartKind.Time => $"reader.Time(out var {variable}, {Text.Literal(part.Format!)})",
        _ => $"reader.Duration(out var {variable})",
    };

    private static string NumberReading(KeyPart part, string variable) => part.WrittenType switch
    {
        "long" or "ulong" => $"reader.Number({Number(part.Width)}, out {part.WrittenType} {variable})",
        _ => $"reader.Number({Number(part.Width)}, out long {variable}Digits) && {variable}Digits is >= {part.WrittenType}.MinValue and <= {part.WrittenType}.MaxValue",
    };

    /// <summary>The expression of the read part's value, once <see cref="Read"/> was true.</summary>
    public static string Result(KeyPart part, string variable)
    {
        var written = part.Kind == KeyPartKind.Number && part.WrittenType is not ("long" or "ulong") ? $"({part.WrittenType}){variable}Digits" : variable;
        return part.WrappedType is null ? written : $"new {part.TypeName}({written})";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
