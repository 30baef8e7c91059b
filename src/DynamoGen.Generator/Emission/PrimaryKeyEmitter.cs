using DynamoGen.Generator.Model;
using DynamoGen.Generator.Parsing;

namespace DynamoGen.Generator.Emission;

/// <summary>Writes the struct of the values that an entity's primary key is made of, by which many items are asked for at once.</summary>
internal static class PrimaryKeyEmitter
{
    public static void Emit(SourceWriter writer, EntityModel entity)
    {
        var key = entity.Keys[0];
        var parts = key.Parts.Where(part => part.IsPlaceholder).GroupBy(part => part.Text).Select(same => same.First()).ToArray();
        var template = Text.Xml(key.Partition.Template + (key.Sort is null ? string.Empty : ", " + key.Sort.Template));
        writer.Line($"/// <summary>The values that the primary key <c>{template}</c> is made of.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"public readonly record struct {entity.PrimaryKeyStruct}({string.Join(", ", parts.Select(part => $"{part.TypeName} {TypeIdentities.Escaped(part.Text.TrimStart('@'))}"))}) : {Names.Repositories}.IKeyRequest");
        writer.Open($"void {Names.Repositories}.IKeyRequest.WriteKey({Names.WireWriter} writer)");
        writer.Line($"writer.Raw({Text.Utf8($"{{\"{Text.Json(key.Partition.Attribute)}\":{{\"S\":\"")});");
        writer.Line("var key = writer.BeginPartitionKey();");
        EmitPart(writer, entity, "WritePartitionKey", key.Partition);
        if (key.Sort is not null)
        {
            writer.Line($"writer.Raw({Text.Utf8($"\"}},\"{Text.Json(key.Sort.Attribute)}\":{{\"S\":\"")});");
            writer.Line("key = writer.BeginSortKey();");
            EmitPart(writer, entity, "WriteSortKey", key.Sort);
        }

        writer.Line("writer.Raw(\"\\\"}}\"u8);").Close().Close();
    }

    private static void EmitPart(SourceWriter writer, EntityModel entity, string method, KeyAttributeModel attribute)
    {
        var values = attribute.Parts.Where(part => part.IsPlaceholder).Select(part => ", this." + part.Text);
        writer.Line($"{entity.KeysClass}.{entity.Keys[0].Name}.{method}(ref key{string.Concat(values)});").Line("writer.EndKey(key);");
    }
}
