using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the methods by which generated code names and numbers an enum's members without reflection.</summary>
internal static class EnumEmitter
{
    public static string NameMethod(EnumValue type) => $"NameOf{Identifier(type)}";

    public static string NumberMethod(EnumValue type) => $"NumberOf{Identifier(type)}";

    public static string ParseMethod(EnumValue type) => $"TryParse{Identifier(type)}";

    /// <summary>The method that reads a whole attribute value and, with the position as a second argument, the content of one.</summary>
    public static string ReadMethod(EnumValue type) => type.IsNumber ? $"FromNumber{Identifier(type)}" : $"Parse{Identifier(type)}";

    /// <summary>All that is needed to write an enum; one with flags needs nothing but a cast.</summary>
    public static void EmitWriting(SourceWriter writer, EnumValue type)
    {
        if (type.IsNumber)
        {
            EmitNumbers(writer, type);
        }
        else
        {
            EmitNames(writer, type, isJson: true);
        }
    }

    /// <summary>All that a marshaller needs of an enum.</summary>
    public static void EmitMarshalling(SourceWriter writer, EnumValue type)
    {
        EmitWriting(writer, type);
        writer.Line();
        EmitReading(writer, type);
    }

    /// <summary>All that is needed to read an enum.</summary>
    public static void EmitReading(SourceWriter writer, EnumValue type)
    {
        if (!type.IsNumber)
        {
            EmitParse(writer, type, fromUtf8: true);
            writer.Line();
        }

        writer.Open($"private static {type.TypeName} {ReadMethod(type)}(ref {Names.WireReader} reader)");
        writer.Line($"reader.BeginQuoted({Text.Utf8(QuotedValue.Descriptor(type))});");
        writer.Line($"var value = {ReadMethod(type)}(ref reader, reader.Position);").Line("reader.EndValue();").Line("return value;").Close();
        writer.Line().Open($"private static {type.TypeName} {ReadMethod(type)}(ref {Names.WireReader} reader, int start)");
        var error = $"throw reader.UnknownMember(start, {Text.Literal(type.Name)});";
        if (type.IsNumber)
        {
            writer.Line($"var value = ({type.TypeName})reader.NumberContent<{type.UnderlyingType}>();").Line($"return {Test(type)} ? value : {error}").Close();
        }
        else
        {
            writer.Line($"return {ParseMethod(type)}(reader.TextContent(), out var value) ? value : {error}").Close();
        }
    }

    /// <summary>The method that yields a member's name as UTF-8.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="type">The enum.</param>
    /// <param name="isJson">Whether the name goes into a JSON string as it is.</param>
    public static void EmitNames(SourceWriter writer, EnumValue type, bool isJson)
    {
        writer.Open($"private static {Names.Span} {NameMethod(type)}({type.TypeName} value) => value switch");
        foreach (var member in type.Members.Where(member => !member.IsAlias))
        {
            writer.Line($"{Member(type, member)} => {Text.Utf8(isJson ? JsonText.Of(member.StoredName) : member.StoredName)},");
        }

        writer.Line($"_ => throw new {Names.ItemValueException}({Undefined(type)}),");
        writer.Close(";");
    }

    /// <summary>The method that finds the member of a name.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="type">The enum.</param>
    /// <param name="fromUtf8">Whether the name comes as UTF-8 rather than as a string.</param>
    public static void EmitParse(SourceWriter writer, EnumValue type, bool fromUtf8)
    {
        writer.Open($"private static bool {ParseMethod(type)}({(fromUtf8 ? Names.Span : "string")} name, out {type.TypeName} value)");
        foreach (var member in type.Members)
        {
            var test = fromUtf8
                ? $"global::System.MemoryExtensions.SequenceEqual(name, {Text.Utf8(member.StoredName)})"
                : $"name == {Text.Literal(member.StoredName)}";
            writer.Open($"if ({test})").Line($"value = {Member(type, member)};").Line("return true;").Close().Line();
        }

        writer.Line("value = default;").Line("return false;").Close();
    }

    private static void EmitNumbers(SourceWriter writer, EnumValue type)
    {
        writer.Open($"private static {type.UnderlyingType} {NumberMethod(type)}({type.TypeName} value)");
        writer.Line($"return {Test(type)} ? ({type.UnderlyingType})value : throw new {Names.ItemValueException}({Undefined(type)});");
        writer.Close();
    }

    /// <summary>Whether a value is one of the members.</summary>
    private static string Test(EnumValue type)
    {
        var members = type.Members.Where(member => !member.IsAlias).Select(member => Member(type, member)).ToArray();
        return members.Length == 0 ? "false" : $"value is {string.Join(" or ", members)}";
    }

    private static string Undefined(EnumValue type) => Text.Literal($"A value of enum {type.Name} is none of its members.");

    /// <summary>A member that must no longer be named can still be stored, so its value is written instead.</summary>
    private static string Member(EnumValue type, EnumMember member) =>
        member.Unspeakable is { } value ? $"({type.TypeName})({value})" : $"{type.TypeName}.{TypeNames.Escaped(member.Name)}";

    /// <summary>Two enums of one name can meet in one entity, so the whole name is used where it has a namespace or a container.</summary>
    private static string Identifier(EnumValue type)
    {
        // No identifier begins with a digit, so that _0, which stands for an underscore, is never a separator.
        var name = type.TypeName.Replace("global::", string.Empty).Replace("_", "_0");
        return new string(name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_').ToArray());
    }
}
