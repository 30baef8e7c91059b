using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Keys;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the statements that write the expressions of a request, with the names and values behind their placeholders.</summary>
/// <param name="writer">Where they are written.</param>
/// <param name="entity">The entity.</param>
/// <param name="sources">Writes the values as C# expressions.</param>
internal sealed class ExpressionWriting(SourceWriter writer, EntityReference entity, SourceExpressions sources)
{
    /// <summary>The names of the values that were written.</summary>
    public ValueNames ValueNames { get; } = new();

    /// <summary>The names as members of a JSON object, with commas between them.</summary>
    public static string NameMembers(ExpressionPrinter printer) =>
        string.Join(",", printer.Names.Select((name, i) => $"\"#{Text.Number(i)}\":\"{JsonText.Of(name)}\""));

    /// <summary>Writes a whole condition and update, all its members with a comma before them; nothing where there is neither.</summary>
    public void Emit(WriteExpressions expressions)
    {
        if (expressions is { Condition: null, Update: null })
        {
            return;
        }

        var printer = new ExpressionPrinter();
        var update = expressions.Update is null ? string.Empty : $",\"UpdateExpression\":\"{printer.Update(expressions.Update)}\"";
        var condition = expressions.Condition is null ? string.Empty : $",\"ConditionExpression\":\"{printer.Condition(expressions.Condition)}\"";
        var values = printer.Values.Count == 0 ? string.Empty : ",\"ExpressionAttributeValues\":{";
        writer.Line($"writer.Raw({Text.Utf8($"{update}{condition},\"ExpressionAttributeNames\":{{{NameMembers(printer)}}}{values}")});");
        if (printer.Values.Count > 0)
        {
            EmitValues(printer);
            writer.Line("writer.Raw(\"}\"u8);");
        }
    }

    /// <summary>Writes the values as members of an object that has perhaps some already.</summary>
    public void EmitValues(ExpressionPrinter printer)
    {
        ValueNames.Add(printer);
        for (var i = 0; i < printer.Values.Count; i++)
        {
            var name = $":{Text.Number(i)}";
            switch (printer.Values[i])
            {
                case TypedValue typed:
                    new ValueWriting(writer, new CodecTypes(entity)).Member(name, typed.Type, sources.Of(typed.Source), isNeeded: true);
                    break;
                case ConstantValue constant:
                    writer.Line($"writer.Member({Text.Utf8($",\"{name}\":{Json(constant)}")});");
                    break;
                case KeyValue key:
                    EmitKey(key, name, $"key{Text.Number(i)}");
                    break;
            }
        }
    }

    private void EmitKey(KeyValue value, string name, string local)
    {
        var before = Text.Utf8($",\"{name}\":{{\"{value.Attribute.Descriptor}\":\"");
        if (value.Attribute.Type != KeyAttributeType.String)
        {
            var bound = value.Parts[0];
            writer.Line($"writer.Member({before});").Line(KeyPartEmitter.Content(bound.Part, sources.Of(bound.Value!))).Line("writer.Raw(\"\\\"}\"u8);");
            return;
        }

        var method = value.Attribute == value.Key.Partition ? "PartitionKey" : "SortKey";
        var arguments = sources.Arguments(value.Attribute, value.Parts, Shard(value));
        writer.Line($"var {local} = writer.Begin{method}({before});");
        writer.Line(
            $"{entity.FullName}.{entity.Keys}.{value.Key.Name}.Write{method}(ref {local}{string.Concat(arguments.Select(argument => ", " + argument))});");
        writer.Line($"writer.EndKey({local}, \"\\\"}}\"u8);");
    }

    private string Shard(KeyValue value) =>
        $"{entity.FullName}.{entity.Keys}.{value.Key.Name}.ShardOf({string.Join(", ", value.ShardParts.Select(part => sources.Of(part.Value!)))})";

    private static string Json(ConstantValue constant) => constant.Kind switch
    {
        ConstantKind.Text => $"{{\"S\":\"{JsonText.Of(constant.Text)}\"}}",
        ConstantKind.Number => $"{{\"N\":\"{constant.Text}\"}}",
        _ => $"{{\"BOOL\":{constant.Text}}}",
    };
}
