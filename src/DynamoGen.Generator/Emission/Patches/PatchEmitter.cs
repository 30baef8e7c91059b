using DynamoGen.Declarations.Patches;
using DynamoGen.Generator.Emission.Entities;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Patches;

/// <summary>Writes the generated half of a patch: a change for each property, and what reads and writes it as JSON.</summary>
internal static class PatchEmitter
{
    public static string Emit(PatchModel patch)
    {
        var writer = new SourceWriter().OpenFile(patch.Type, patch.Experiments);
        var name = patch.Type.Name;
        EmitConverterOf(writer, patch.Type.FullName, patch.Content);
        writer.Open(Text.Declaration(patch.Type.Declaration));
        EmitProperties(writer, patch.Content);
        writer.Line($"/// <summary>Reads a JSON Merge Patch.</summary>");
        writer.Line("/// <param name=\"json\">The UTF-8 text of one JSON object.</param>");
        writer.Line("/// <param name=\"options\">How names and values are read.</param>");
        writer.Line("/// <returns>The patch.</returns>");
        writer.Line("/// <exception cref=\"global::System.Text.Json.JsonException\">The text is no patch, or names what cannot be patched.</exception>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public static {Text.Identifier(name)} {patch.Content.Names.FromJson}({Names.Span} json, {Names.JsonOptions} options) => "
            + $"new {patch.Content.Names.Converter}().Parse(json, options);").Line();
        new MergePatchEmitter(writer, patch.Type.FullName, patch.Content).Emit(DeclaredModelText.Of(patch));
        EmitInner(writer, patch.Type.FullName, patch.Content);
        return writer.Close().CloseFile(patch.Type);
    }

    private static void EmitConverterOf(SourceWriter writer, string type, PatchContent content) =>
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof({type}.{content.Names.Converter}))]");

    private static void EmitProperties(SourceWriter writer, PatchContent content)
    {
        foreach (var property in content.Properties)
        {
            var name = property.Member.Property;
            writer.Line($"/// <summary>What becomes of <see cref=\"{Text.Xml(content.ObjectType)}.{Text.Identifier(name)}\"/>"
                + $"{(property.Inner is null ? string.Empty : "; null where all of it stays as it is")}.</summary>");
            writer.Line(Names.GeneratedCode);
            writer.Line($"public {TypeOf(property)} {Text.Identifier(name)} {{ get; set; }}").Line();
        }

        writer.Line("/// <summary>Whether it changes nothing.</summary>").Line(Names.GeneratedCode);
        writer.All($"public bool {content.Names.IsEmpty} => ", [.. content.Properties.Select(IsUntouched)], ";").Line();
    }

    private static void EmitInner(SourceWriter writer, string type, PatchContent content)
    {
        foreach (var property in content.Properties)
        {
            if (property.Inner is not { } inner)
            {
                continue;
            }

            var name = $"{type}.{inner.Name}";
            var whole = $"{Text.Xml(content.ObjectType)}.{Text.Identifier(property.Member.Property)}";
            writer.Line().Line($"/// <summary>What becomes of the parts of <see cref=\"{whole}\"/>.</summary>");
            EmitConverterOf(writer, name, inner.Content);
            writer.Line(Names.GeneratedCode).Open($"public sealed class {inner.Name}");
            EmitProperties(writer, inner.Content);
            writer.Line("/// <summary>Every part becomes that of a whole one.</summary>").Line("/// <param name=\"whole\">The whole.</param>");
            writer.Open($"public static implicit operator {inner.Name}({inner.Content.ObjectType} whole) => new()");
            foreach (var member in inner.Content.Properties.Select(member => Text.Identifier(member.Member.Property)))
            {
                writer.Line($"{member} = whole.{member},");
            }

            writer.Close(";").Line();
            new MergePatchEmitter(writer, name, inner.Content).Emit(null);
            EmitInner(writer, name, inner.Content);
            writer.Close();
        }
    }

    private static string TypeOf(PatchProperty property) => property.Inner is { } inner
        ? inner.Name + "?"
        : $"global::DynamoGen.Change<{ValueTypes.CSharp(property.Member.Value)}>";

    private static string IsUntouched(PatchProperty property)
    {
        var name = Text.Identifier(property.Member.Property);
        return property.Inner is { } inner ? $"({name} is null || {name}.{inner.Content.Names.IsEmpty})" : $"!{name}.IsGiven";
    }
}
