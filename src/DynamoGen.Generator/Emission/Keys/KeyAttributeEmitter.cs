using DynamoGen.Declarations.Keys;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>Writes the builder of one key attribute, and its inverse.</summary>
internal sealed class KeyAttributeEmitter(SourceWriter writer, KeyPartEmitter parts)
{
    public void Emit(KeyAttributeModel attribute, bool isPartition)
    {
        var name = isPartition ? "PartitionKey" : "SortKey";
        var template = Text.Xml(attribute.Template) + (attribute.Parts.Any(part => part.Kind == KeyPartKind.Shard) ? "#{shard}" : string.Empty);
        var variables = new KeyVariables(attribute.Parts);
        var placeholders = attribute.Parts.Where(part => part.Kind != KeyPartKind.Literal).ToArray();
        EmitWrite(attribute, name, template, variables, placeholders);
        EmitText(name, template, variables, placeholders);
        EmitParse(attribute, name, template, variables);
    }

    private void EmitWrite(KeyAttributeModel attribute, string name, string template, KeyVariables variables, KeyPart[] placeholders)
    {
        writer.Line($"/// <summary>Writes <c>{template}</c>.</summary>");
        writer.Open(
            $"public static void Write{name}(ref {Names.KeyBuilder} key{string.Concat(placeholders.Select(part => ", " + variables.Declaration(part)))})");
        foreach (var part in attribute.Parts)
        {
            writer.Line(parts.Build("key", part, part.Kind == KeyPartKind.Literal ? string.Empty : variables.Parameter(part)));
        }

        writer.Close();
    }

    private void EmitText(string name, string template, KeyVariables variables, KeyPart[] placeholders)
    {
        writer.Line($"/// <summary>The key <c>{template}</c> as text.</summary>");
        writer.Open($"public static string {name}({string.Join(", ", placeholders.Select(variables.Declaration))})");
        writer.Line($"var key = new {Names.KeyBuilder}(stackalloc byte[{Names.KeyBuilder}.Max{name}Bytes]);");
        writer.Line($"Write{name}(ref key{string.Concat(placeholders.Select(part => ", " + variables.Parameter(part)))});");
        writer.Line("return key.ToString();").Close();
    }

    private void EmitParse(KeyAttributeModel attribute, string name, string template, KeyVariables variables)
    {
        var read = attribute.Parts.Where(part => part.IsPlaceholder).ToArray();
        writer.Line($"/// <summary>Reads the parts of a key <c>{template}</c> back; false for a text that is no such key.</summary>");
        writer.Open($"public static bool TryParse{name}(string text{string.Concat(read.Select(part => $", out {variables.Declaration(part)}"))})");
        writer.Line($"var reader = new {Names.KeyReader}(text);");
        foreach (var part in read)
        {
            writer.Line($"{variables.Parameter(part)} = default{(part.Kind == KeyPartKind.Text ? "!" : string.Empty)};");
        }

        string[] conditions = [.. attribute.Parts.Select(part => parts.Read(part, Target(part, variables))), "reader.IsAtEnd"];
        var wrapped = read.Where(part => part.WrappedType is not null).ToArray();
        if (wrapped.Length == 0)
        {
            writer.All("return ", conditions, ";").Close();
            return;
        }

        writer.All("if (!(", conditions, "))").OpenBlock().Line("return false;").Close();
        foreach (var part in wrapped)
        {
            writer.Line($"{variables.Parameter(part)} = new {part.TypeName}({variables.Written(part)});");
        }

        writer.Line("return true;").Close();
    }

    /// <summary>What a part is read into: its parameter, or a variable of what its wrapper is made of.</summary>
    private static string Target(KeyPart part, KeyVariables variables) =>
        !part.IsPlaceholder ? string.Empty : part.WrappedType is null ? variables.Parameter(part) : $"{part.WrittenType} {variables.Written(part)}";
}
