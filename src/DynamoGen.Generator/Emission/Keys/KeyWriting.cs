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

        var locals = missing.SelectMany(attribute => attribute.Parts).Where(part => part.IsNullable).GroupBy(part => part.Text)
            .ToDictionary(same => same.Key, same => (Value: Property(same.First()), Name: _locals.Take($"{Identifiers.Camel(key.Name)}{same.Key}Part")));
        if (locals.Count > 0)
        {
            writer.Line($"// Without these values the item is not in index {Text.Comment(key.Index!)}.");
            writer.Open($"if ({string.Join(" && ", locals.Values.Select(local => $"{local.Value} is {{ }} {local.Name}"))})");
        }

        foreach (var attribute in missing)
        {
            EmitAttribute(key, attribute, part => part.IsNullable ? locals[part.Text].Name : Property(part));
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
        var properties = key.ShardParts(entity.Keys[0]).Select(Property);
        return $"{entity.KeysClass}.{key.Name}.ShardOf({string.Join(", ", properties)})";
    }

    /// <summary>A property, or the way to a nested member, on which something may be null.</summary>
    private static string Property(KeyPart part) => part.Path.Count == 0 ? $"entity.{Text.Identifier(part.Text)}"
        : "entity." + string.Concat(part.Path.Select((step, i) => Text.Identifier(step.Property)
            + (i + 1 == part.Path.Count ? string.Empty : step.IsNullable ? "?." : ".")));
}
