using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Keys;

/// <summary>Writes the statements by which a marshaller writes the key attributes of an entity.</summary>
internal sealed class KeyWriting(SourceWriter writer, EntityModel entity)
{
    private readonly FreeNames _locals = new([]);
    private readonly HashSet<string> _written = [];
    private int _count;

    public void Emit()
    {
        var shared = new HashSet<string>(entity.Keys.SelectMany(key => key.Attributes).GroupBy(attribute => attribute.Attribute)
            .Where(keys => keys.Count() > 1).Select(keys => keys.Key));
        foreach (var key in entity.Keys)
        {
            // What one key cannot be without must not keep an attribute from another key that shares it.
            var own = key.Attributes.Where(attribute => !shared.Contains(attribute.Attribute)).ToArray();
            foreach (var attribute in key.Attributes.Except(own))
            {
                EmitAttributes(key, [attribute]);
            }

            EmitAttributes(key, own);
        }
    }

    private void EmitAttributes(KeyModel key, IReadOnlyList<KeyAttributeModel> attributes)
    {
        var missing = attributes.Where(attribute => !attribute.IsMember && _written.Add(attribute.Attribute)).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        var locals = missing.SelectMany(attribute => attribute.Parts).Where(part => part.IsNullable).Select(part => part.Text).Distinct()
            .ToDictionary(property => property, property => _locals.Take($"{Identifiers.Camel(key.Name)}{property}Part"));
        if (locals.Count > 0)
        {
            writer.Line($"// Without these values the item is not in index {Text.Comment(key.Index!)}.");
            writer.Open($"if ({string.Join(" && ", locals.Select(local => $"{Property(local.Key)} is {{ }} {local.Value}"))})");
        }

        foreach (var attribute in missing)
        {
            EmitAttribute(key, attribute, part => part.IsNullable ? locals[part.Text] : Property(part.Text));
        }

        if (locals.Count > 0)
        {
            writer.Close();
        }
    }

    private void EmitAttribute(KeyModel key, KeyAttributeModel attribute, Func<KeyPart, string> value)
    {
        var before = Text.Utf8($",{KeyText.Opening(attribute)}");
        if (attribute.Type == KeyAttributeType.String)
        {
            var name = attribute == key.Partition ? "PartitionKey" : "SortKey";
            var local = "key" + Text.Number(++_count);
            var arguments = KeyArguments.Of(attribute, value, () => Shard(key));
            writer.Line($"var {local} = writer.Begin{name}({before});");
            writer.Line($"{entity.KeysClass}.{key.Name}.Write{name}(ref {local}{string.Concat(arguments.Select(argument => ", " + argument))});");
            writer.Line($"writer.EndKey({local}, \"\\\"}}\"u8);");
        }
        else
        {
            writer.Line($"writer.Member({before});").Line(KeyPartEmitter.Content(attribute.Parts[0], value(attribute.Parts[0])))
                .Line("writer.Raw(\"\\\"}\"u8);");
        }
    }

    private string Shard(KeyModel key)
    {
        var properties = key.ShardParts(entity.Keys[0]).Select(part => part.Text);
        return $"{entity.KeysClass}.{key.Name}.ShardOf({string.Join(", ", properties.Select(Property))})";
    }

    private static string Property(string name) => $"entity.{Text.Identifier(name)}";
}
