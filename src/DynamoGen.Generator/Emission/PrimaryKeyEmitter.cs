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
        var self = $"{entity.Type.FullName}.{entity.PrimaryKeyStruct}";
        var template = Text.Xml(key.Partition.Template + (key.Sort is null ? string.Empty : ", " + key.Sort.Template));
        writer.Line($"/// <summary>The values that the primary key <c>{template}</c> is made of.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"public readonly record struct {entity.PrimaryKeyStruct}({string.Join(", ", parts.Select(part => $"{part.TypeName} {TypeIdentities.Escaped(part.Text.TrimStart('@'))}"))}) : {Names.Repositories}.IKeyRequest, {Names.ItemReader}<{self}>");
        writer.Line($"static string {Names.ItemReader}<{self}>.EntityName => {Text.Literal(entity.Name)};").Line();
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

        writer.Line("writer.Raw(\"\\\"}}\"u8);").Close().Line();
        EmitRead(writer, entity, parts, self);
        writer.Close();
    }

    /// <summary>An index may hold nothing of an item but its keys, and no other entity has keys like these.</summary>
    private static void EmitRead(SourceWriter writer, EntityModel entity, KeyPart[] parts, string self)
    {
        var key = entity.Keys[0];
        writer.Open($"static {self} {Names.ItemReader}<{self}>.Read(ref {Names.WireReader} reader)");
        foreach (var (attribute, text) in Texts(key))
        {
            writer.Line($"string? {text} = null;");
        }

        writer.Line("reader.BeginObject();").Open("while (reader.NextMember(out var name))");
        var keyword = "if";
        foreach (var (attribute, text) in Texts(key))
        {
            writer.Open($"{keyword} (global::System.MemoryExtensions.SequenceEqual(name, {Text.Utf8(attribute.Attribute)}))").Line($"{text} = reader.ReadString();").Close();
            keyword = "else if";
        }

        writer.Open("else").Line("reader.SkipValue();").Close().Close().Line();
        var conditions = Texts(key).Select(pair =>
        {
            var outs = string.Concat(pair.Attribute.Parts.Where(part => part.IsPlaceholder).Select((_, i) => $", out var {pair.Text}{i}"));
            return $"{pair.Text} is not null && {entity.KeysClass}.{key.Name}.TryParse{(pair.Text == "partitionKey" ? "PartitionKey" : "SortKey")}({pair.Text}{outs})";
        });
        writer.Line($"return {string.Join("\n    && ", conditions)}");
        writer.Line($"    ? new {self}({string.Join(", ", parts.Select(part => Value(key, part)))})");
        writer.Line($"    : throw new {Names.ItemFormatException}({Text.Literal(entity.Name)}, {Text.Literal(key.Partition.Attribute)}, \"a primary key of this entity\", \"another\");").Close();
    }

    private static IEnumerable<(KeyAttributeModel Attribute, string Text)> Texts(KeyModel key) =>
        key.Sort is null ? [(key.Partition, "partitionKey")] : [(key.Partition, "partitionKey"), (key.Sort, "sortKey")];

    private static string Value(KeyModel key, KeyPart part)
    {
        foreach (var (attribute, text) in Texts(key))
        {
            var position = attribute.Parts.Where(other => other.IsPlaceholder).ToList().FindIndex(other => other.Text == part.Text);
            if (position >= 0)
            {
                return $"{text}{position}";
            }
        }

        throw new ArgumentException("The part is none of the key's.", nameof(part));
    }

    private static void EmitPart(SourceWriter writer, EntityModel entity, string method, KeyAttributeModel attribute)
    {
        var values = attribute.Parts.Where(part => part.IsPlaceholder).Select(part => ", this." + part.Text);
        writer.Line($"{entity.KeysClass}.{entity.Keys[0].Name}.{method}(ref key{string.Concat(values)});").Line("writer.EndKey(key);");
    }
}
