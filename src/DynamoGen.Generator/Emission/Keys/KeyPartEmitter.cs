using DynamoGen.Declarations.Keys;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>Writes the calls that build one part of a key and that read it back.</summary>
internal sealed class KeyPartEmitter(CodecTypes codecs)
{
    /// <summary>A statement that adds the part to a key builder.</summary>
    /// <param name="key">The variable of the key builder.</param>
    /// <param name="part">The part.</param>
    /// <param name="value">The C# expression of its value; unused for a literal.</param>
    public string Build(string key, KeyPart part, string value) => $"{key}.{Call(part, Written(part, value))};";

    /// <summary>A statement that writes the part as the content of a number or of bytes.</summary>
    public static string Content(KeyPart part, string value) => $"writer.{(part.Kind == KeyPartKind.Bytes ? "KeyBinary" : "Number")}({Written(part, value)});";

    /// <summary>The codec that reads the whole attribute value of a key of one part, and its type.</summary>
    public static (string Type, string Codec) Whole(KeyPart part) => part.Kind switch
    {
        KeyPartKind.Bytes => part.IsMemory
            ? (part.WrittenType, $"{Names.Codecs}.ReadOnlyMemoryCodec")
            : (part.WrittenType, $"{Names.Codecs}.BinaryCodec"),
        _ => (part.WrittenType, $"{Names.Codecs}.NumberCodec<{part.WrittenType}>"),
    };

    /// <summary>A condition that reads the part from the local <c>reader</c> into a variable.</summary>
    /// <param name="part">The part.</param>
    /// <param name="variable">The variable, or its declaration; unused for a literal.</param>
    public string Read(KeyPart part, string variable) => part.Kind switch
    {
        KeyPartKind.Literal => $"reader.Literal({Text.Literal(part.Text)})",
        KeyPartKind.Text => $"reader.{(part.IsFinal ? "FinalText" : "Text")}(out {variable})",
        KeyPartKind.Enum => $"reader.{(part.IsFinal ? "FinalMember" : "Member")}<{part.WrittenType}, {codecs.EnumNames(part.Enum!)}>(out {variable})",
        KeyPartKind.Shard => $"reader.Number({Text.Number(part.Width)}, out long _)",
        KeyPartKind.Number => $"reader.Number({Text.Number(part.Width)}, out {variable})",
        KeyPartKind.Decimal when part.Width > 0 => $"reader.Decimal({Text.Number(part.Width)}, {Text.Number(part.Fraction)}, out {variable})",
        KeyPartKind.Decimal => $"reader.Decimal(out {variable})",
        KeyPartKind.Boolean => $"reader.Boolean(out {variable})",
        KeyPartKind.Guid => $"reader.Guid(out {variable})",
        KeyPartKind.DateTime or KeyPartKind.DateTimeOffset => $"reader.Timestamp(out {variable}, {Text.Literal(part.Format!)})",
        KeyPartKind.Date => $"reader.Date(out {variable}, {Text.Literal(part.Format!)})",
        KeyPartKind.Time => $"reader.Time(out {variable}, {Text.Literal(part.Format!)})",
        _ => $"reader.Duration(out {variable})",
    };

    private static string Written(KeyPart part, string value) => part.WrappedType is null ? value : value + ".Value";

    private string Call(KeyPart part, string value) => part.Kind switch
    {
        KeyPartKind.Literal => $"Literal({Text.Utf8(part.Text)})",
        KeyPartKind.Text => $"{(part.IsFinal ? "FinalText" : "Text")}({value})",
        KeyPartKind.Enum => $"Literal({Names.Codecs}.EnumNames.Of<{part.WrittenType}, {codecs.EnumNames(part.Enum!)}>({value}))",
        KeyPartKind.Number or KeyPartKind.Shard => $"Number({value}, {Text.Number(part.Width)})",
        KeyPartKind.Decimal when part.Width > 0 => $"Decimal({value}, {Text.Number(part.Width)}, {Text.Number(part.Fraction)})",
        KeyPartKind.Decimal => $"Decimal({value})",
        KeyPartKind.Boolean => $"Boolean({value})",
        KeyPartKind.Bytes => $"Binary({value}{(part.IsMemory ? ".Span" : string.Empty)})",
        KeyPartKind.Guid => $"Guid({value})",
        KeyPartKind.DateTime or KeyPartKind.DateTimeOffset => $"Timestamp({value}, {Text.Literal(part.Format!)})",
        KeyPartKind.Date => $"Date({value}, {Text.Literal(part.Format!)})",
        KeyPartKind.Time => $"Time({value}, {Text.Literal(part.Format!)})",
        _ => $"Duration({value})",
    };
}
