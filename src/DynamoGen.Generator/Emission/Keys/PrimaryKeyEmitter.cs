using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>Writes the struct of the values that an entity's primary key is made of: what one item is asked for by, and many at once.</summary>
internal sealed class PrimaryKeyEmitter(SourceWriter writer, EntityModel entity)
{
    private readonly KeyModel _key = entity.Keys[0];
    private readonly string _self = $"{entity.Type.FullName}.{entity.PrimaryKeyStruct}";

    public void Emit()
    {
        var parts = _key.Parts.Where(part => part.IsPlaceholder).GroupBy(part => part.Text).Select(same => same.First()).ToArray();
        var template = Text.Xml(_key.Partition.Template + (_key.Sort is null ? string.Empty : ", " + _key.Sort.Template));
        var parameters = string.Join(", ", parts.Select(part => $"{part.TypeName} {Text.Identifier(part.Text)}"));
        var reader = $"{Names.ItemReader}<{_self}>";
        writer.Line($"/// <summary>The values that the primary key <c>{template}</c> is made of.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"public {Text.New(entity.Hiding, entity.PrimaryKeyStruct)}readonly record struct {entity.PrimaryKeyStruct}({parameters}) : "
            + $"{Names.Requests}.IKeyRequest, {reader}");
        writer.Line($"static string {reader}.EntityName => {Text.Literal(entity.Name)};").Line();
        writer.Line($"static string? {Names.Requests}.INamedRequest.Entity => {Text.Literal(entity.Name)};").Line();
        EmitWrite();
        writer.Open($"static {_self} {reader}.Read(ref {Names.WireReader} reader)");
        EmitRead(parts);
        writer.Close().Close();
    }

    private void EmitWrite()
    {
        writer.Open($"void {Names.Requests}.IKeyRequest.WriteKey({Names.WireWriter} writer)");
        var isFirst = true;
        foreach (var (attribute, local) in Attributes())
        {
            var before = Text.Utf8((isFirst ? "{" : ",") + KeyText.Opening(attribute));
            var after = Text.Utf8(_key.Sort is null || !isFirst ? "\"}}" : "\"}");
            if (attribute.Type == KeyAttributeType.String)
            {
                var name = isFirst ? "PartitionKey" : "SortKey";
                var values = KeyArguments.Of(attribute, Property, Shard);
                writer.Line($"var {local} = writer.Begin{name}({before});");
                writer.Line($"{entity.KeysClass}.{_key.Name}.Write{name}(ref {local}{string.Concat(values.Select(value => ", " + value))});");
                writer.Line($"writer.EndKey({local}, {after});");
            }
            else
            {
                writer.Line($"writer.Raw({before});");
                writer.Line(KeyPartEmitter.Content(attribute.Parts[0], Property(attribute.Parts[0]))).Line($"writer.Raw({after});");
            }

            isFirst = false;
        }

        writer.Close();
    }

    private string Shard() => $"{entity.KeysClass}.{_key.Name}.ShardOf({string.Join(", ", _key.ShardParts(_key).Select(Property))})";

    private static string Property(KeyPart part) => "this." + Text.Identifier(part.Text);

    /// <summary>An index may hold nothing of an item but its keys, and no other entity has keys like these.</summary>
    private void EmitRead(KeyPart[] parts)
    {
        var attributes = Attributes().ToArray();
        var types = string.Join(", ", attributes.Select(pair => Types(pair.Attribute)));
        var names = string.Join(", ", attributes.Select(pair => Text.Utf8(pair.Attribute.Attribute)));
        var outs = string.Join(", ", attributes.Select(pair => $"out var {pair.Local}"));
        var parsed = attributes.Where(pair => pair.Attribute.Type == KeyAttributeType.String).Select(pair => Parsed(pair.Attribute, pair.Local));
        writer.All("return ", [$"reader.TryReadKey<{types}>({names}, {outs})", .. parsed]);
        writer.Line($"    ? new({string.Join(", ", parts.Select(Value))})");
        writer.Line($"    : throw new {Names.ItemFormatException}({Text.Literal(entity.Name)}, {Text.Literal(_key.Partition.Attribute)}, "
            + "\"a primary key of this entity\", \"another\");");
    }

    private static string Types(KeyAttributeModel attribute)
    {
        if (attribute.Type == KeyAttributeType.String)
        {
            return $"string, {Names.Codecs}.StringCodec";
        }

        var (type, codec) = KeyPartEmitter.Whole(attribute.Parts[0]);
        return $"{type}, {codec}";
    }

    private string Parsed(KeyAttributeModel attribute, string local)
    {
        var outs = string.Concat(attribute.Parts.Where(part => part.IsPlaceholder).Select((_, i) => $", out var {local}{Text.Number(i)}"));
        return $"{entity.KeysClass}.{_key.Name}.TryParse{(attribute == _key.Partition ? "PartitionKey" : "SortKey")}({local}{outs})";
    }

    private IEnumerable<(KeyAttributeModel Attribute, string Local)> Attributes() =>
        _key.Sort is null ? [(_key.Partition, "partitionKey")] : [(_key.Partition, "partitionKey"), (_key.Sort, "sortKey")];

    /// <summary>A property's value where a key holds the most of it: of a time whose day is in the partition key, in the sort key.</summary>
    private string Value(KeyPart part)
    {
        var places = Attributes().SelectMany(pair => pair.Attribute.Parts.Where(other => other.IsPlaceholder)
            .Select((other, i) => (Part: other, Value: pair.Attribute.Type == KeyAttributeType.String ? pair.Local + Text.Number(i)
                : part.WrappedType is null ? pair.Local
                : $"new {part.TypeName}({pair.Local})")));
        return places.Where(place => place.Part.Text == part.Text).OrderByDescending(place => place.Part.Format?.Length ?? 0).First().Value;
    }
}
