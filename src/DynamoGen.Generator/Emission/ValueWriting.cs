using DynamoGen.Generator.Model;

namespace DynamoGen.Generator.Emission;

/// <summary>Writes the statements by which generated code writes attribute values.</summary>
internal sealed class ValueWriting(SourceWriter writer, CompositeMethods composites)
{
    /// <summary>Writes an attribute, name and value; one that is null, or an empty set, is left out.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="value">How it is stored.</param>
    /// <param name="expression">The C# expression of the value.</param>
    /// <param name="local">A name for a local variable, free in this method.</param>
    public void Attribute(string attribute, ValueModel value, string expression, string local)
    {
        if (value is NullableValue nullable)
        {
            writer.Open($"if ({expression} is {{ }} {local})");
            Attribute(attribute, nullable.Inner, local, local + "Inner");
            writer.Close();
        }
        else if (value is SetValue)
        {
            writer.Open($"if ({expression}.Count > 0)");
            Value(value, expression, $",\"{Text.Json(attribute)}\":", "Member");
            writer.Close();
        }
        else
        {
            Value(value, expression, $",\"{Text.Json(attribute)}\":", "Member");
        }
    }

    /// <summary>Writes a value on its own; one that is null is written as NULL.</summary>
    public void Element(ValueModel value, string expression, string local)
    {
        if (value is not NullableValue nullable)
        {
            Value(value, expression, string.Empty, "Raw");
            return;
        }

        writer.Open($"if ({expression} is {{ }} {local})");
        Value(nullable.Inner, local, string.Empty, "Raw");
        writer.Close().Open("else");
        writer.Line("writer.Raw(\"{\\\"NULL\\\":true}\"u8);").Close();
    }

    /// <summary>Writes the content of a scalar, without braces and quotes.</summary>
    public static string Content(ScalarValue scalar, string expression) => scalar.Kind switch
    {
        ScalarKind.String => $"writer.Text({expression});",
        ScalarKind.Number => $"writer.Number({expression});",
        ScalarKind.Boolean => $"writer.Boolean({expression});",
        ScalarKind.Guid => $"writer.Guid({expression});",
        ScalarKind.DateTimeOffset or ScalarKind.DateTime => $"writer.Timestamp({expression});",
        ScalarKind.DateOnly => $"writer.Date({expression});",
        ScalarKind.TimeOnly => $"writer.Time({expression});",
        ScalarKind.TimeSpan => $"writer.Duration({expression});",
        _ => $"writer.Binary({expression});",
    };

    private void Value(ValueModel value, string expression, string name, string opening)
    {
        switch (value)
        {
            case ScalarValue scalar:
                var quote = scalar.Kind == ScalarKind.Boolean ? string.Empty : "\"";
                Quoted(name, opening, ValueTypes.Descriptor(scalar), quote, Content(scalar, expression));
                break;
            case EnumValue { IsFlags: true } flags:
                Quoted(name, opening, "N", "\"", $"writer.Number(({flags.UnderlyingType}){expression});");
                break;
            case EnumValue type:
                Quoted(name, opening, "S", "\"", $"writer.Raw({EnumEmitter.NameMethod(type)}({expression}));");
                break;
            default:
                if (name.Length > 0)
                {
                    writer.Line($"writer.{opening}({Text.Utf8(name)});");
                }

                writer.Line($"Write{composites.NameOf(value)}(writer, {expression});");
                break;
        }
    }

    private void Quoted(string name, string opening, string descriptor, string quote, string content)
    {
        writer.Line($"writer.{opening}({Text.Utf8($"{name}{{\"{descriptor}\":{quote}")});");
        writer.Line(content);
        writer.Line($"writer.Raw({Text.Utf8(quote + "}")});");
    }
}
