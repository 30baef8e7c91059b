using DynamoGen.Declarations.Patches;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Patches;

/// <summary>Writes what reads and writes a patch as a JSON Merge Patch.</summary>
/// <param name="writer">Where it is written.</param>
/// <param name="type">The patch's type, for use anywhere.</param>
/// <param name="content">What it can change.</param>
internal sealed class MergePatchEmitter(SourceWriter writer, string type, PatchContent content)
{
    private const string Reader = "global::System.Text.Json.Utf8JsonReader";
    private const string Writer = "global::System.Text.Json.Utf8JsonWriter";
    private const string Property = "global::DynamoGen.Patches.PatchedProperty";

    private readonly PatchProperty[] _properties = [.. content.Properties.Where(property => property.IsInJson)];

    /// <param name="declaredModel">The attribute by which projects that reference the assembly read the model, or null.</param>
    public void Emit(string? declaredModel)
    {
        writer.Line("/// <summary>Reads and writes the patch as a JSON Merge Patch.</summary>").Line(Names.NotForEditors).Line(Names.GeneratedCode);
        if (declaredModel is not null)
        {
            writer.Line(declaredModel);
        }

        writer.Open($"public sealed class {content.Names.Converter} : global::DynamoGen.Patches.MergePatchConverter<{type}>");
        EmitProperties();
        EmitRead();
        EmitWrite();
        writer.Close();
    }

    private void EmitProperties()
    {
        writer.Line(Text.InheritDoc);
        writer.Line($"protected override global::System.Collections.Generic.IReadOnlyList<{Property}> Properties {{ get; }} = new {Property}[]").OpenBlock();
        foreach (var property in _properties)
        {
            var json = property.JsonName is { } name ? $", JsonName: {Text.Literal(name)}" : string.Empty;
            var removable = property.Member.Value is NullableValue ? ", IsRemovable: true" : string.Empty;
            writer.Line($"new({Text.Literal(property.Member.Property)}{json}{removable}),");
        }

        writer.Close(";").Line();
    }

    private void EmitRead()
    {
        writer.Line(Text.InheritDoc);
        writer.Open($"protected override void Read({type} patch, int property, ref {Reader} reader, {Names.JsonOptions} options)");
        if (_properties.Length == 0)
        {
            writer.Close().Line();
            return;
        }

        writer.Open("switch (property)");
        for (var i = 0; i < _properties.Length; i++)
        {
            var property = _properties[i];
            var value = property.Inner is { } inner
                ? $"new {type}.{inner.Name}.{inner.Content.Names.Converter}().Read(ref reader, typeof({type}.{inner.Name}), options)"
                : property.Conversion is { } conversion ? $"Given(ref reader, {TypeInfo(property, conversion)})"
                : $"Given<{ValueTypes.CSharp(property.Member.Value)}>(ref reader, options)";
            writer.Line($"case {Text.Number(i)}:").Indent().Line($"patch.{Text.Identifier(property.Member.Property)} = {value};").Line("break;").Outdent();
        }

        writer.Close().Close().Line();
    }

    private void EmitWrite()
    {
        writer.Line(Text.InheritDoc);
        writer.Open($"protected override void Write({Writer} writer, {type} patch, int property, string name, {Names.JsonOptions} options)");
        if (_properties.Length == 0)
        {
            writer.Close();
            return;
        }

        writer.Open("switch (property)");
        for (var i = 0; i < _properties.Length; i++)
        {
            var property = _properties[i];
            var how = property.Inner is { } inner ? $"new {type}.{inner.Name}.{inner.Content.Names.Converter}(), name, options"
                : property.Conversion is { } conversion ? $"name, {TypeInfo(property, conversion)}"
                : "name, options";
            writer.Line($"case {Text.Number(i)}:").Indent();
            writer.Line($"Put(writer, patch.{Text.Identifier(property.Member.Property)}, {how});").Line("break;").Outdent();
        }

        writer.Close().Close();
    }

    /// <summary>What JSON knows of a property by its own converter.</summary>
    private static string TypeInfo(PatchProperty property, JsonConversion conversion) => conversion.IsNullable
        ? $"NullableBy<{((NullableValue)property.Member.Value).Inner.TypeName}>(new {conversion.Converter}(), options)"
        : $"By<{ValueTypes.CSharp(property.Member.Value)}>(new {conversion.Converter}(), options)";
}
