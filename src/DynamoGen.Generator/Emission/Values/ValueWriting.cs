using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the statements by which generated code writes attribute values.</summary>
internal sealed class ValueWriting(SourceWriter writer, CompositeMethods composites)
{
    /// <summary>Writes the attributes of an entity or of a nested object.</summary>
    /// <param name="type">The entity or object.</param>
    /// <param name="expression">The C# expression of it.</param>
    public void Members(ObjectValue type, string expression)
    {
        var locals = new MemberLocals(type);
        foreach (var member in type.Members.Where(member => !member.IsCatchAll))
        {
            var value = $"{expression}.{member.Property}";
            if (member.OmitsDefault && member.Value is not SetValue)
            {
                writer.Open($"if ({ValueTypes.IsNotDefault(member.Value, value)})");
                Attribute(member.Attribute, member.Value, value, locals.Value(member));
                writer.Close();
            }
            else
            {
                Attribute(member.Attribute, member.Value, value, locals.Value(member));
            }
        }
    }

    /// <summary>Writes an attribute, name and value; one that is null, or an empty set, is left out.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="value">How it is stored.</param>
    /// <param name="expression">The C# expression of the value.</param>
    /// <param name="local">A name for a local variable, free in this method.</param>
    private void Attribute(string attribute, ValueModel value, string expression, string local)
    {
        if (value is NullableValue nullable)
        {
            writer.Open($"if ({expression} is {{ }} {local})");
            Attribute(attribute, nullable.Inner, local, local + "Inner");
            writer.Close();
        }
        else if (value is SetValue)
        {
            writer.Open($"if ({expression} is not {{ Count: 0 }})");
            Value(value, expression, $",\"{JsonText.Of(attribute)}\":", "Member");
            writer.Close();
        }
        else
        {
            Value(value, expression, $",\"{JsonText.Of(attribute)}\":", "Member");
        }
    }

    /// <summary>Writes a member of an object: its name with a comma before it and a colon behind it, and a value that is not null.</summary>
    public void Member(string name, ValueModel value, string expression) => Value(value, expression, name, "Member");

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

    /// <summary>A statement that writes the content of a value that stands in quotes, or of a bool.</summary>
    public static string Content(ValueModel value, string expression) => value switch
    {
        ConvertedValue converted => Content(converted.Stored, converted.ToStored(expression)),
        EnumValue { IsFlags: true } flags => $"writer.Number(({flags.UnderlyingType}){expression});",
        EnumValue { IsNumber: true } type => $"writer.Number({EnumEmitter.NumberMethod(type)}({expression}));",
        EnumValue type => $"writer.Raw({EnumEmitter.NameMethod(type)}({expression}));",
        ScalarValue scalar => scalar.Kind switch
        {
            ScalarKind.String => $"writer.Text({expression});",
            ScalarKind.Char => $"writer.Character({expression});",
            ScalarKind.Number => $"writer.Number({expression});",
            ScalarKind.Boolean => $"writer.Boolean({expression});",
            ScalarKind.Guid => $"writer.Guid({expression});",
            ScalarKind.DateTimeOffset or ScalarKind.DateTime => $"writer.Timestamp({expression});",
            ScalarKind.DateOnly => $"writer.Date({expression});",
            ScalarKind.TimeOnly => $"writer.Time({expression});",
            ScalarKind.TimeSpan => $"writer.Duration({expression});",
            _ => $"writer.Binary({expression});",
        },
        _ => throw new ArgumentException("The value does not stand in quotes.", nameof(value)),
    };

    private void Value(ValueModel value, string expression, string name, string opening)
    {
        if (QuotedValue.Is(value) || value is ScalarValue)
        {
            var quote = value is ScalarValue { Kind: ScalarKind.Boolean } ? string.Empty : "\"";
            writer.Line($"writer.{opening}({Text.Utf8($"{name}{{\"{TypeDescriptors.Of(value)}\":{quote}")});");
            writer.Line(Content(value, expression));
            writer.Line($"writer.Raw({Text.Utf8(quote + "}")});");
            return;
        }

        if (value is ConvertedValue converted)
        {
            // What a converter makes of a value is there, even where it is null.
            Converted(converted.Stored, converted.ToStored(expression), name, opening);
            return;
        }

        if (name.Length > 0)
        {
            writer.Line($"writer.{opening}({Text.Utf8(name)});");
        }

        writer.Line(value is RawValue ? $"writer.AttributeValue({expression});" : $"Write{composites.NameOf(value)}(writer, {expression});");
    }

    private void Converted(ValueModel stored, string expression, string name, string opening)
    {
        if (stored is not NullableValue nullable)
        {
            Value(stored, expression, name, opening);
            return;
        }

        if (name.Length > 0)
        {
            writer.Line($"writer.{opening}({Text.Utf8(name)});");
        }

        writer.Line($"Write{composites.NameOf(nullable)}(writer, {expression});");
    }
}
