using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the statements by which generated code writes the members of a map with the local <c>writer</c>.</summary>
internal sealed class ValueWriting(SourceWriter writer, CodecTypes codecs)
{
    /// <summary>Writes the attributes of an entity or of a nested object; one that is null, or an empty set, is left out.</summary>
    /// <param name="type">The entity or object.</param>
    /// <param name="expression">The C# expression of it.</param>
    /// <param name="own">The attributes that are written beside those of its members.</param>
    public void Members(ObjectValue type, string expression, IEnumerable<string> own)
    {
        foreach (var member in type.Members.Where(member => member.IsStored))
        {
            var value = $"{expression}.{Text.Identifier(member.Property)}";
            if (member.Value is RegionalValue regional)
            {
                Parts(regional, value);
                continue;
            }

            if (member.OmitsDefault && member.Value is not SetValue)
            {
                writer.Open($"if ({ValueTypes.IsNotDefault(member.Value, value)})");
                Member(member.Attribute, member.Value, value);
                writer.Close();
            }
            else
            {
                if (member.WritesNull)
                {
                    writer.Open($"if ({value} is null)");
                    writer.Line($"writer.Member({Text.Utf8($",\"{JsonText.Of(member.Attribute)}\":{{\"NULL\":true}}")});").Close().Line();
                }

                Member(member.Attribute, member.Value, value);
            }
        }

        if (type.CatchAll is { } catchAll)
        {
            var known = type.Members.SelectMany(member => member.Attributes).Concat(own).Distinct();
            writer.Line($"writer.UnknownAttributes({expression}.{Text.Identifier(catchAll.Property)}, [{string.Join(", ", known.Select(Text.Literal))}]);");
        }
    }

    /// <summary>Writes one member, with its name and a comma before it.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">How it is stored.</param>
    /// <param name="expression">The C# expression of its value.</param>
    /// <param name="isNeeded">Whether an empty set is an error rather than left out, because something refers to the member.</param>
    public void Member(string name, ValueModel value, string expression, bool isNeeded = false)
    {
        var isOptional = value is NullableValue;
        var optional = isOptional ? "Optional" : string.Empty;
        var bare = value.WithoutNull;
        var (stored, stem) = Unwrapped(bare, expression, isOptional);
        if (stored is ScalarValue scalar)
        {
            var quote = scalar.Kind == ScalarKind.Boolean ? string.Empty : "\"";
            var before = $",\"{JsonText.Of(name)}\":{{\"{TypeDescriptors.Of(scalar)}\":{quote}";
            writer.Line($"writer.{optional}{ScalarMethods.Write(scalar.Kind)}({Text.Utf8(before)}, {stem});");
        }
        else
        {
            var method = bare is SetValue && !isNeeded ? "Set" : "Value";
            var types = $"{bare.TypeName}, {codecs.Of(bare)}";
            writer.Line($"writer.{optional}{method}<{types}>({Text.Utf8($",\"{JsonText.Of(name)}\":")}, {expression});");
        }
    }

    /// <summary>Writes the parts that regions have of a value, but for counts of zero.</summary>
    private void Parts(RegionalValue regional, string expression)
    {
        foreach (var part in regional.Parts)
        {
            var (region, isCounter) = (Text.Literal(part.Region), regional.Kind == RegionalKind.Counter);
            writer.Open(isCounter ? $"if ({expression}.Of({region}) != 0)" : $"if ({expression}.Has({region}))");
            Member(part.Attribute, regional.Part, $"{expression}.Of({region})");
            writer.Close();
        }
    }

    /// <summary>The scalar inside of a wrapper that only wraps it, and of another type of bytes.</summary>
    private static (ValueModel Stored, string Expression) Unwrapped(ValueModel value, string expression, bool isOptional)
    {
        var mark = isOptional ? "?" : string.Empty;
        return value switch
        {
            ConvertedValue { Conversion: WrapperConversion { IsPlain: true }, Stored: ScalarValue or ConvertedValue } wrapper =>
                Unwrapped(wrapper.Stored, $"{expression}{mark}.Value", isOptional),
            ConvertedValue { Conversion: BytesConversion { Kind: BytesKind.ImmutableArray } } bytes => (bytes.Stored, $"{expression}{mark}.AsMemory()"),
            ConvertedValue { Conversion: BytesConversion } bytes => (bytes.Stored, expression),
            _ => (value, expression),
        };
    }
}
