using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
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
    private readonly ValueTests _tests = new(sources);

    /// <summary>The names of the values that were written.</summary>
    public ValueNames ValueNames { get; } = new();

    /// <summary>The names as members of a JSON object, with commas between them. What is sent on a condition stands last.</summary>
    /// <param name="printer">Knows the names that the expressions use.</param>
    /// <param name="others">Members beside them, which are always sent.</param>
    public static ExpressionText NameMembers(ExpressionPrinter printer, params string[] others)
    {
        var text = new ExpressionText();
        var always = printer.Names.Where(name => name.Tests.Count == 0).Select(Member);
        text.Add(string.Join(",", others.Take(others.Length - 1).Concat(always).Concat(others.Skip(others.Length - 1)).Where(members => members.Length > 0)));
        foreach (var name in printer.Names.Where(name => name.Tests.Count > 0))
        {
            text.Add("," + Member(name), ValueTest.Any(name.Tests));
        }

        foreach (var key in printer.Keys)
        {
            text.Add($",\"{key.Name}\":\"{JsonText.Of(key.Content.Prefix)}", key.Content, key.Tests.Count == 0 ? null : ValueTest.Any(key.Tests));
        }

        foreach (var filter in printer.Filters)
        {
            text.Add(filter, GivenFilterPart.Names, filter.IsGiven);
        }

        return text;
    }

    /// <summary>Writes a whole condition and update, all its members with a comma before them; nothing where there is neither.</summary>
    public void Emit(WriteExpressions expressions)
    {
        if (expressions is { Condition: null, Update: null })
        {
            return;
        }

        var printer = new ExpressionPrinter();
        var text = new ExpressionText();
        if (expressions.Update is not null)
        {
            text.Add(",\"UpdateExpression\":\"").Add(printer.Update(expressions.Update)).Add("\"");
        }

        if (expressions.Condition is not null)
        {
            var sent = expressions.Condition.WhenSent;
            text.Add(",\"ConditionExpression\":\"", sent).Add(printer.Condition(expressions.Condition)).Add("\"", sent);
        }

        EmitWithValues(text.Add(",\"ExpressionAttributeNames\":{").Add(NameMembers(printer)).Add("}"), printer);
    }

    /// <summary>Writes text and behind it the member with the values, where there are any: DynamoDB refuses an object of no values.</summary>
    public void EmitWithValues(ExpressionText text, ExpressionPrinter printer)
    {
        if (printer.Values.Any(value => value.Tests.Count == 0))
        {
            EmitText(text.Add(",\"ExpressionAttributeValues\":{"));
            EmitValues(printer);
            writer.Line("writer.Raw(\"}\"u8);");
            return;
        }

        EmitText(text);
        var tests = printer.Values.SelectMany(value => value.Tests).Distinct().ToArray();
        var filters = printer.Filters.Select(filter => $"{sources.Of(filter.Source)} is {{ HasValues: true }}");
        var conditions = (tests.Length > 0 ? filters.Prepend(_tests.Any(tests)) : filters).ToArray();
        if (conditions.Length > 0)
        {
            writer.Open($"if ({string.Join(" || ", conditions)})");
            EmitText(new ExpressionText().Add(",\"ExpressionAttributeValues\":{"));
            EmitValues(printer);
            writer.Line("writer.Raw(\"}\"u8);").Close();
        }
    }

    /// <summary>Writes text, of which each part is sent where its test holds.</summary>
    public void EmitText(ExpressionText text)
    {
        for (var i = 0; i < text.Parts.Count;)
        {
            var when = text.Parts[i].When;
            if (when is not null)
            {
                writer.Open($"if ({_tests.Of(when)})");
            }

            for (; i < text.Parts.Count && Equals(text.Parts[i].When, when); i++)
            {
                EmitPart(text.Parts[i]);
            }

            if (when is not null)
            {
                writer.Close();
            }
        }
    }

    /// <summary>Writes the values as members of an object that has perhaps some already.</summary>
    public void EmitValues(ExpressionPrinter printer)
    {
        ValueNames.Add(printer);
        foreach (var value in printer.Values)
        {
            if (value.Tests.Count == 0 || value.Content is TypedValue { Type: NullableValue })
            {
                EmitValue(value);
            }
            else
            {
                writer.Open($"if ({_tests.Any(value.Tests)})");
                EmitValue(value);
                writer.Close();
            }
        }

        foreach (var filter in printer.Filters)
        {
            writer.Open($"if ({_tests.Of(filter.IsGiven)})").Line($"{sources.Of(filter.Source)}.WriteValues(writer);").Close();
        }
    }

    private void EmitPart(ExpressionPart part) => writer.Line(part switch
    {
        { Filter: { } filter, FilterPart: GivenFilterPart.Names } => $"{sources.Of(filter.Source)}.WriteNames(writer);",
        { Filter: { } filter } => FilterText(filter),
        { Values: { } values } =>
            $"writer.ListedPlaceholders({Text.Utf8(part.Text)}, {sources.Of(values.Source)}.{(values.IsArray ? "Length" : "Count")});",
        { Key: { } key } =>
            $"writer.KeyName<{key.Type.TypeName}, {new CodecTypes(entity).Of(key.Type)}>({Text.Utf8(part.Text)}, {sources.Of(key.Source)});",
        { Position: { } position } => $"writer.ListPosition({sources.Of(position)});",
        _ => $"writer.Raw({Text.Utf8(part.Text)});",
    });

    private string FilterText(GivenFilter filter)
    {
        var besides = $"{Text.Literal(filter.Pattern)}, bytes: {Text.Number(filter.Bytes)}, operators: {Text.Number(filter.Operators)}";
        var keys = string.Concat(filter.Keys.Select(key => ", " + Text.Literal(key)));
        return $"{sources.Of(filter.Source)}.WriteExpression(writer, {besides}{keys});";
    }

    private static string Member(Placeholder<string> name) => $"\"{name.Name}\":\"{JsonText.Of(name.Content)}\"";

    private void EmitValue(Placeholder<RequestValue> value)
    {
        switch (value.Content)
        {
            case TypedValue typed:
                new ValueWriting(writer, new CodecTypes(entity)).Member(value.Name, typed.Type, sources.Of(typed.Source), isNeeded: true);
                break;
            case MarkValue:
                writer.Line($"writer.MarkValue({Text.Utf8($",\"{value.Name}\":")});");
                break;
            case ListedValues listed:
                var codec = new CodecTypes(entity).Of(listed.Element);
                writer.Line($"writer.ListedValues<{listed.Element.TypeName}, {codec}>({Text.Utf8(value.Name)}, {sources.Of(listed.Source)});");
                break;
            case ConstantValue constant:
                writer.Line($"writer.Member({Text.Utf8($",\"{value.Name}\":{Json(constant)}")});");
                break;
            case KeyValue key:
                EmitKey(key, value.Name, "key" + value.Name.Substring(1));
                break;
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
        ConstantKind.Null => "{\"NULL\":true}",
        ConstantKind.EmptyList => "{\"L\":[]}",
        ConstantKind.Number => $"{{\"N\":\"{constant.Text}\"}}",
        _ => $"{{\"BOOL\":{constant.Text}}}",
    };
}
