using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Values;
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

    /// <summary>As <see cref="Build"/>, for a bound of a range, which a form that has no room for all of the value rounds up or down.</summary>
    /// <param name="key">The variable of the key builder.</param>
    /// <param name="part">The part.</param>
    /// <param name="value">The C# expression of its value.</param>
    /// <param name="isUp">Whether to the next value that the form has.</param>
    public string BuildBound(string key, KeyPart part, string value, bool isUp) => part switch
    {
        _ when !isUp => Build(key, part, value),
        { IsUnixTime: true } => $"{key}.{part.Style}({Written(part, value)}, roundUp: true);",
        { Kind: KeyPartKind.DateTime or KeyPartKind.DateTimeOffset, Format: { } format } when !SortableFormat.IsExact(format) =>
            $"{key}.{Call(part, RoundedUp(part, Written(part, value)))};",
        _ => Build(key, part, value),
    };

    /// <summary>The beginning of a text, for what begins with it.</summary>
    public static string BuildBeginning(string key, KeyPart part, string value) => part switch
    {
        { Style: KeyPartStyle.Raw } => $"{key}.{Cased(part)}Beginning({value}, {Text.Literal(part.Terminator)});",
        { IsFinal: true } => $"{key}.FinalText({value});",
        _ => $"{key}.TextPrefix({value});",
    };

    /// <summary>A statement that writes the part as the content of a number or of bytes.</summary>
    public static string Content(KeyPart part, string value) => part switch
    {
        { Kind: KeyPartKind.Bytes } => $"writer.KeyBinary({Written(part, value)});",
        { IsUnixTime: true } => $"writer.Number({Epoch(part, Written(part, value), isUp: false)});",
        _ => $"writer.Number({Written(part, value)});",
    };

    /// <summary>The seconds or milliseconds of a time.</summary>
    public static string Epoch(KeyPart part, string value, bool isUp) =>
        $"{Names.EpochTime}.{(isUp ? "Up" : string.Empty)}To{(part.Style == KeyPartStyle.UnixSeconds ? "Seconds" : "Milliseconds")}({value})";

    /// <summary>The instant at the next second or millisecond, the one in which the key keeps it.</summary>
    private static string RoundedUp(KeyPart part, string value)
    {
        var unit = SortableFormat.HasFraction(part.Format!) ? "Milliseconds" : "Seconds";
        return $"{Names.EpochTime}.{part.Kind}From{unit}({Names.EpochTime}.UpTo{unit}({value}))";
    }

    /// <summary>The codec that reads the whole attribute value of a key of one part, and its type.</summary>
    public static (string Type, string Codec) Whole(KeyPart part) => part.Kind switch
    {
        KeyPartKind.Bytes => part.IsMemory
            ? (part.WrittenType, $"{Names.Codecs}.ReadOnlyMemoryCodec")
            : (part.WrittenType, $"{Names.Codecs}.BinaryCodec"),
        _ when part.IsUnixTime => (part.WrittenType, $"{Names.Codecs}.ScalarConverterCodec<{part.WrittenType}, long, "
            + $"{Names.Codecs}.{part.Kind}Epoch{(part.Style == KeyPartStyle.UnixSeconds ? "Seconds" : "Milliseconds")}, {Names.Codecs}.NumberCodec<long>>"),
        _ => (part.WrittenType, $"{Names.Codecs}.NumberCodec<{part.WrittenType}>"),
    };

    /// <summary>A condition that reads the part from the local <c>reader</c> into a variable.</summary>
    /// <param name="part">The part.</param>
    /// <param name="variable">The variable, or its declaration; unused for a literal.</param>
    public string Read(KeyPart part, string variable) => part.Kind switch
    {
        KeyPartKind.Literal => $"reader.Literal({Text.Literal(part.Text)})",
        _ when part.IsUnixTime => $"reader.{part.Style}(out {variable})",
        KeyPartKind.Text when part.Style == KeyPartStyle.Raw => $"reader.{Cased(part)}Text({Text.Literal(part.Terminator)}, out {variable})",
        KeyPartKind.Enum when part.Style == KeyPartStyle.Plain => $"reader.EnumNumber<{part.WrittenType}, {part.Enum!.Underlying.TypeName()}>(out {variable})",
        KeyPartKind.Enum when part.Terminator.Length > 0 || part.Case != KeyPartCase.Unchanged =>
            $"reader.{Cased(part)}Member<{part.WrittenType}, {codecs.EnumNames(part.Enum!)}>({Text.Literal(Ending(part))}, out {variable})",
        KeyPartKind.Number when part.Style == KeyPartStyle.Plain => $"reader.PlainNumber(out {variable})",
        KeyPartKind.Decimal when part.Style == KeyPartStyle.Plain => $"reader.PlainDecimal(out {variable})",
        KeyPartKind.Boolean when part.Case == KeyPartCase.Upper => $"reader.UpperBoolean(out {variable})",
        KeyPartKind.Guid when IsOtherGuid(part) => $"reader.Guid({GuidForm(part)}, out {variable})",
        KeyPartKind.Text => $"reader.{(part.IsFinal ? "FinalText" : "Text")}(out {variable})",
        KeyPartKind.Enum => $"reader.{(part.IsFinal ? "FinalMember" : "Member")}<{part.WrittenType}, {codecs.EnumNames(part.Enum!)}>(out {variable})",
        KeyPartKind.Shard => $"reader.Number({Text.Number(part.Width)}, out long _)",
        KeyPartKind.Number => $"reader.Number({Text.Number(part.Width)}, out {variable})",
        KeyPartKind.Decimal when part.Width > 0 => $"reader.Decimal({Text.Number(part.Width)}, {Text.Number(part.Fraction)}, out {variable})",
        KeyPartKind.Decimal => $"reader.Decimal(out {variable})",
        KeyPartKind.Boolean => $"reader.Boolean(out {variable})",
        KeyPartKind.Guid => $"reader.Guid(out {variable})",
        KeyPartKind.DateTime when part.Style == KeyPartStyle.Stored => $"reader.StoredTimestamp(out {variable})",
        KeyPartKind.DateTime or KeyPartKind.DateTimeOffset => $"reader.Timestamp(out {variable}, {Text.Literal(part.WrittenFormat!)})",
        KeyPartKind.Date => $"reader.Date(out {variable}, {Text.Literal(part.WrittenFormat!)})",
        KeyPartKind.Time => $"reader.Time(out {variable}, {Text.Literal(part.WrittenFormat!)})",
        _ => $"reader.Duration(out {variable})",
    };

    private static string Written(KeyPart part, string value) => part.WrappedType is null ? value : value + ".Value";

    /// <summary>What a text is written or read as: as it stands, or in one case.</summary>
    private static string Cased(KeyPart part) => part.Case == KeyPartCase.Unchanged ? "Raw" : part.Case.ToString();

    private static string Ending(KeyPart part) => part.IsFinal ? string.Empty : part.Terminator.Length > 0 ? part.Terminator : "#";

    private static bool IsOtherGuid(KeyPart part) => part.Style == KeyPartStyle.Compact || part.Case == KeyPartCase.Upper;

    private static string GuidForm(KeyPart part) =>
        $"{Text.Literal(part.Style == KeyPartStyle.Compact ? "N" : "D")}, isUpper: {(part.Case == KeyPartCase.Upper ? "true" : "false")}";

    private string Call(KeyPart part, string value) => part.Kind switch
    {
        KeyPartKind.Literal => $"Literal({Text.Utf8(part.Text)})",
        _ when part.IsUnixTime => $"{part.Style}({value})",
        KeyPartKind.Text when part.Style == KeyPartStyle.Raw => $"{Cased(part)}Text({value}, {Text.Literal(part.Terminator)})",
        KeyPartKind.Enum when part.Style == KeyPartStyle.Plain => $"PlainNumber(({part.Enum!.Underlying.TypeName()}){value})",
        KeyPartKind.Enum when part.Case != KeyPartCase.Unchanged =>
            $"{part.Case}Name({Names.Codecs}.EnumNames.Of<{part.WrittenType}, {codecs.EnumNames(part.Enum!)}>({value}))",
        KeyPartKind.Number when part.Style == KeyPartStyle.Plain => $"PlainNumber({value})",
        KeyPartKind.Decimal when part.Style == KeyPartStyle.Plain => $"PlainDecimal({value})",
        KeyPartKind.Boolean when part.Case == KeyPartCase.Upper => $"UpperBoolean({value})",
        KeyPartKind.Guid when IsOtherGuid(part) => $"Guid({value}, {GuidForm(part)})",
        KeyPartKind.Text => $"{(part.IsFinal ? "FinalText" : "Text")}({value})",
        KeyPartKind.Enum => $"Literal({Names.Codecs}.EnumNames.Of<{part.WrittenType}, {codecs.EnumNames(part.Enum!)}>({value}))",
        KeyPartKind.Number or KeyPartKind.Shard => $"Number({value}, {Text.Number(part.Width)})",
        KeyPartKind.Decimal when part.Width > 0 => $"Decimal({value}, {Text.Number(part.Width)}, {Text.Number(part.Fraction)})",
        KeyPartKind.Decimal => $"Decimal({value})",
        KeyPartKind.Boolean => $"Boolean({value})",
        KeyPartKind.Bytes => $"Binary({value}{(part.IsMemory ? ".Span" : string.Empty)})",
        KeyPartKind.Guid => $"Guid({value})",
        KeyPartKind.DateTime when part.Style == KeyPartStyle.Stored => $"StoredTimestamp({value})",
        KeyPartKind.DateTime or KeyPartKind.DateTimeOffset => $"Timestamp({value}, {Text.Literal(part.WrittenFormat!)})",
        KeyPartKind.Date => $"Date({value}, {Text.Literal(part.WrittenFormat!)})",
        KeyPartKind.Time => $"Time({value}, {Text.Literal(part.WrittenFormat!)})",
        _ => $"Duration({value})",
    };
}
