using System.Globalization;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the types by which generated code names and numbers an enum's members without reflection.</summary>
internal sealed class EnumEmitter(SourceWriter writer, CodecTypes codecs)
{
    /// <summary>The names of the members, for items and for keys.</summary>
    public void EmitNames(EnumValue type)
    {
        writer.OpenStruct(type, codecs.EnumNames(type), $"{Names.Schema}.IEnumNames<{type.TypeName}>");
        EmitTypeName(type);
        writer.Line().Line(Text.InheritDoc).Open($"public static {Names.Span} NameOf({type.TypeName} value) => value switch");
        foreach (var member in type.Members.Where(member => !member.IsAlias))
        {
            writer.Line($"{Member(type, member)} => {Text.Utf8(member.StoredName)},");
        }

        writer.Line("_ => default,").Close(";").Line();
        writer.Line(Text.InheritDoc).Open($"public static {type.TypeName}? Find({Names.Span} name) => name switch");
        foreach (var member in type.Members)
        {
            writer.Line($"_ when global::System.MemoryExtensions.SequenceEqual(name, {Text.Utf8(member.StoredName)}) => {Member(type, member)},");
        }

        writer.Line("_ => null,").Close(";").Close();
    }

    /// <summary>The test for members, where their numbers are stored.</summary>
    public void EmitMembers(EnumValue type)
    {
        var members = type.Members.Where(member => !member.IsAlias).Select(member => Member(type, member)).ToArray();
        writer.OpenStruct(type, codecs.EnumMembers(type), $"{Names.Schema}.IEnumMembers<{type.TypeName}>");
        EmitTypeName(type);
        writer.Line().Line(Text.InheritDoc).Line(
            $"public static bool IsMember({type.TypeName} value) => {(members.Length == 0 ? "false" : $"value is {string.Join(" or ", members)}")};").Close();
    }

    /// <summary>A member that must no longer be named can still be stored, so its number is written instead.</summary>
    public static string Member(EnumValue type, EnumMember member) => member.UnspeakableNumber is { } number
        ? $"({type.TypeName})({number.ToString(CultureInfo.InvariantCulture)})"
        : $"{type.TypeName}.{Text.Identifier(member.Name)}";

    private void EmitTypeName(EnumValue type) =>
        writer.Line(Text.InheritDoc).Line($"public static string TypeName => {Text.Literal(type.Name)};");
}
