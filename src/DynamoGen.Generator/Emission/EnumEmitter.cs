using DynamoGen.Generator.Model;
using DynamoGen.Generator.Parsing;

namespace DynamoGen.Generator.Emission;

/// <summary>Writes the two methods by which generated code names an enum's members without reflection.</summary>
internal static class EnumEmitter
{
    public static string NameMethod(EnumValue type) => $"NameOf{Identifier(type)}";

    public static string ReadMethod(EnumValue type) => $"Parse{Identifier(type)}";

    public static string ParseMethod(EnumValue type) => $"TryParse{Identifier(type)}";

    /// <summary>The method that yields a member's name as UTF-8.</summary>
    public static void EmitNames(SourceWriter writer, EnumValue type)
    {
        writer.Open($"private static {Names.Span} {NameMethod(type)}({type.TypeName} value) => value switch");
        foreach (var member in type.Members.Where(member => !member.IsAlias))
        {
            writer.Line($"{Member(type, member)} => {Text.Utf8(member.Name)},");
        }

        writer.Line($"_ => throw new {Names.ItemValueException}(\"A value of enum {type.Name} is none of its members.\"),");
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
                ? $"global::System.MemoryExtensions.SequenceEqual(name, {Text.Utf8(member.Name)})"
                : $"name == {Text.Literal(member.Name)}";
            writer.Open($"if ({test})").Line($"value = {Member(type, member)};").Line("return true;").Close().Line();
        }

        writer.Line("value = default;").Line("return false;").Close();
    }

    /// <summary>A member that must no longer be named can still be stored, so its value is written instead.</summary>
    private static string Member(EnumValue type, EnumMember member) =>
        member.Unspeakable is { } value ? $"({type.TypeName})({value})" : $"{type.TypeName}.{TypeIdentities.Escaped(member.Name)}";

    /// <summary>Two enums of one name can meet in one entity, so the whole name is used where it has a namespace or a container.</summary>
    private static string Identifier(EnumValue type)
    {
        // No identifier begins with a digit, so that _0, which stands for an underscore, is never a separator.
        var name = type.TypeName.Replace("global::", string.Empty).Replace("_", "_0");
        return new string(name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_').ToArray());
    }
}
