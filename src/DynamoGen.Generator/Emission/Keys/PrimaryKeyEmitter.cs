using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Keys;

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
        writer.Open($"public readonly record struct {entity.PrimaryKeyStruct}({string.Join(", ", parts.Select(part => $"{part.TypeName} {TypeNames.Escaped(part.Text.TrimStart('@'))}"))}) : {Names.Repositories}.IKeyRequest, {Names.ItemReader}<{self}>");
        writer.Line($"static string {Names.ItemReader}<{self}>.EntityName => {Text.Literal(entity.Name)};").Line();
        writer.Open($"void {Names.Repositories}.IKeyRequest.WriteKey({Names.WireWriter} writer)");
        var values = new KeyValueWriting(writer);
        writer.Line($"writer.Raw({Text.Utf8($"{{\"{JsonText.Of(key.Partition.Attribute)}{KeyValueWriting.Opening(key.Partition)}")});");
        EmitPart(writer, entity, values, "WritePartitionKey", key.Partition);
        if (key.Sort is not null)
        {
            writer.Line($"writer.Raw({Text.Utf8($"\"}},\"{JsonText.Of(key.Sort.Attribute)}{KeyValueWriting.Opening(key.Sort)}")});");
            EmitPart(writer, entity, values, "WriteSortKey", key.Sort);
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
            writer.Line(attribute.Type == KeyAttributeType.String ? $"string? {text} = null;" : $"{attribute.Parts[0].TypeName} {text}0 = default!;");
            if (attribute.Type != KeyAttributeType.String)
            {
                writer.Line($"var {text}Found = false;");
            }
        }

        writer.Line("reader.BeginObject();").Open("while (reader.NextMember(out var name))");
        var keyword = "if";
        foreach (var (attribute, text) in Texts(key))
        {
            writer.Open($"{keyword} (global::System.MemoryExtensions.SequenceEqual(name, {Text.Utf8(attribute.Attribute)}))");
            if (attribute.Type == KeyAttributeType.String)
            {
                writer.Line($"{text} = reader.ReadString();").Close();
            }
            else
            {
                writer.Line($"{text}0 = {KeyPartEmitter.ReadWhole(attribute.Parts[0])};").Line($"{text}Found = true;").Close();
            }

            keyword = "else if";
        }

        writer.Open("else").Line("reader.SkipValue();").Close().Close().Line();
        var conditions = Texts(key).Select(pair => pair.Attribute.Type == KeyAttributeType.String ? Parsed(entity, pair.Attribute, pair.Text) : pair.Text + "Found");
        writer.Line($"return {string.Join("\n    && ", conditions)}");
        writer.Line($"    ? new {self}({string.Join(", ", parts.Select(part => Value(key, part)))})");
        writer.Line($"    : throw new {Names.ItemFormatException}({Text.Literal(entity.Name)}, {Text.Literal(key.Partition.Attribute)}, \"a primary key of this entity\", \"another\");").Close();
    }

    private static string Parsed(EntityModel entity, KeyAttributeModel attribute, string text)
    {
        var outs = string.Concat(attribute.Parts.Where(part => part.IsPlaceholder).Select((_, i) => $", out var {text}{i}"));
        return $"{text} is not null && {entity.KeysClass}.{entity.Keys[0].Name}.TryParse{(text == "partitionKey" ? "PartitionKey" : "SortKey")}({text}{outs})";
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

    private static void EmitPart(SourceWriter writer, EntityModel entity, KeyValueWriting values, string method, KeyAttributeModel attribute)
    {
        if (attribute.Type == KeyAttributeType.String)
        {
            var arguments = attribute.Parts.Where(part => part.IsPlaceholder).Select(part => ", this." + part.Text);
            values.Emit(attribute, attribute == entity.Keys[0].Partition, [], _ => string.Empty, () => writer.Line($"{entity.KeysClass}.{entity.Keys[0].Name}.{method}(ref key{string.Concat(arguments)});"));
        }
        else
        {
            values.Emit(attribute, isPartition: false, [new BoundPart(attribute.Parts[0], null)], bound => "this." + bound.Part.Text);
        }
    }
}
