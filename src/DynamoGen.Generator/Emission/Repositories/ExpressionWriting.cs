using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Keys;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the statements that write the expressions of a request, with the names and values behind their placeholders.</summary>
/// <param name="writer">Where they are written.</param>
/// <param name="composites">Gives nested types their methods.</param>
/// <param name="local">The variable that a parameter is held by.</param>
internal sealed class ExpressionWriting(SourceWriter writer, CompositeMethods composites, Func<string, string> local)
{
    /// <summary>The expressions and their names as a piece of JSON that begins with a comma; the names' object stays open.</summary>
    /// <param name="model">The expressions.</param>
    /// <param name="condition">The member that holds the condition: <c>ConditionExpression</c> or <c>FilterExpression</c>.</param>
    public static string Texts(ExpressionModel model, string condition)
    {
        var update = model.Update is null ? string.Empty : $",\"UpdateExpression\":\"{model.Update}\"";
        var text = model.Condition is null ? string.Empty : $",\"{condition}\":\"{model.Condition}\"";
        return update + text;
    }

    /// <summary>The names as members of a JSON object, with commas between them.</summary>
    public static string NameMembers(ExpressionModel model) => string.Join(",", model.Names.Select((name, i) => $"\"#{i}\":\"{JsonText.Of(name)}\""));

    /// <summary>Writes a whole condition or update, all its members with a comma before them.</summary>
    public void Emit(ExpressionModel model)
    {
        var values = model.Values.Count == 0 ? string.Empty : ",\"ExpressionAttributeValues\":{";
        writer.Line($"writer.Raw({Text.Utf8($"{Texts(model, "ConditionExpression")},\"ExpressionAttributeNames\":{{{NameMembers(model)}}}{values}")});");
        if (model.Values.Count > 0)
        {
            EmitValues(model);
            writer.Line("writer.Raw(\"}\"u8);");
        }
    }

    /// <summary>Writes the values as members of an object that has perhaps some already.</summary>
    public void EmitValues(ExpressionModel model)
    {
        for (var i = 0; i < model.Values.Count; i++)
        {
            var value = model.Values[i];
            var name = $",\":{i}\":";
            if (value.Constant is not null)
            {
                writer.Line($"writer.Member({Text.Utf8(name + value.Constant)});");
            }
            else if (value.Key is { } key)
            {
                EmitKey(key, name, i);
            }
            else
            {
                new ValueWriting(writer, composites).Member(name, value.Type!, Expression(value.Expression));
            }
        }
    }

    private void EmitKey(ExpressionKey key, string name, int number)
    {
        writer.Line($"writer.Member({Text.Utf8($"{name}{{\"{key.Attribute.Descriptor}\":\"")});");
        if (key.Attribute.Type != KeyAttributeType.String)
        {
            writer.Line(KeyPartEmitter.Content(key.Parts[0].Part, Expression(key.Parts[0].Value!))).Line("writer.Raw(\"\\\"}\"u8);");
            return;
        }

        var local = $"key{number}";
        writer.Line($"var {local} = writer.{(key.IsPartition ? "BeginPartitionKey" : "BeginSortKey")}();");
        foreach (var bound in key.Parts)
        {
            var value = bound.Part.Kind == KeyPartKind.Shard ? Shard(key.Shard!) : bound.Value is null ? string.Empty : Expression(bound.Value);
            writer.Line(KeyPartEmitter.Build(bound.Part, value).Replace("key.", local + "."));
        }

        writer.Line($"writer.EndKey({local});").Line("writer.Raw(\"\\\"}\"u8);");
    }

    private string Shard(string call)
    {
        var open = call.IndexOf('{');
        while (open >= 0)
        {
            var close = call.IndexOf('}', open);
            call = call.Substring(0, open) + Expression(call.Substring(open + 1, close - open - 1)) + call.Substring(close + 1);
            open = call.IndexOf('{');
        }

        return call;
    }

    private string Expression(string value)
    {
        var dot = value.IndexOf('.');
        return dot < 0 ? local(value) : local(value.Substring(0, dot)) + value.Substring(dot);
    }
}
