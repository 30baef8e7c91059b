using DynamoGen.Generator.Model;

namespace DynamoGen.Generator.Emission;

/// <summary>Writes the pair of methods of one composite type.</summary>
internal sealed class CompositeEmitter(SourceWriter writer, CompositeMethods composites)
{
    private readonly ValueWriting _writing = new(writer, composites);
    private readonly ValueReading _reading = new(composites);

    public void Emit(ValueModel value)
    {
        var name = composites.NameOf(value);
        writer.Open($"private static void Write{name}({Names.WireWriter} writer, {value.TypeName} value)");
        EmitNullCheck(value);
        EmitWrite(value);
        writer.Close().Line();
        writer.Open($"private static {value.TypeName} Read{name}(ref {Names.WireReader} reader)");
        EmitRead(value);
        writer.Close();
    }

    private void EmitNullCheck(ValueModel value)
    {
        if (ValueTypes.IsReference(value))
        {
            writer.Open("if (value is null)");
            writer.Line($"throw new {Names.ItemValueException}({Text.Literal($"A value of type {Short(value)} that is declared as not null is null.")});");
            writer.Close().Line();
        }
        else if (value is ListValue { Kind: ListKind.ImmutableArray })
        {
            writer.Open("if (value.IsDefault)").Line($"value = {ValueTypes.Empty(value)};").Close().Line();
        }
    }

    private void EmitWrite(ValueModel value)
    {
        switch (value)
        {
            case ListValue list:
                writer.Line("writer.Raw(\"{\\\"L\\\":[\"u8);").Open("foreach (var element in value)").Line("writer.Separator();");
                _writing.Element(list.Element, "element", "present");
                writer.Close().Line("writer.Raw(\"]}\"u8);");
                break;
            case SetValue set:
                EmitWriteSet(set);
                break;
            case DictionaryValue dictionary:
                writer.Line("writer.Raw(\"{\\\"M\\\":{\"u8);").Open("foreach (var pair in value)").Line("writer.MemberName(pair.Key);");
                _writing.Element(dictionary.Value, "pair.Value", "present");
                writer.Close().Line("writer.Raw(\"}}\"u8);");
                break;
            case ObjectValue type:
                writer.Line("writer.Raw(\"{\\\"M\\\":{\"u8);");
                var locals = new MemberLocals(type);
                foreach (var member in type.Members)
                {
                    _writing.Attribute(member.Attribute, member.Value, $"value.{member.Property}", locals.Value(member));
                }

                writer.Line("writer.Raw(\"}}\"u8);");
                break;
        }
    }

    private void EmitWriteSet(SetValue set)
    {
        writer.Open("if (value.Count == 0)");
        writer.Line($"throw new {Names.ItemValueException}(\"A set inside of a list or a dictionary is empty, which DynamoDB cannot store.\");");
        writer.Close().Line();
        var quote = set.Element.Kind == ScalarKind.Boolean ? string.Empty : "\\\"";
        writer.Line($"writer.Raw({Text.Utf8($"{{\"{ValueTypes.Descriptor(set)}\":[")});").Open("foreach (var element in value)").Line("writer.Separator();");
        writer.Line($"writer.Raw(\"{quote}\"u8);").Line(ValueWriting.Content(set.Element, "element")).Line($"writer.Raw(\"{quote}\"u8);");
        writer.Close().Line("writer.Raw(\"]}\"u8);");
    }

    private void EmitRead(ValueModel value)
    {
        switch (value)
        {
            case ListValue list:
                writer.Line($"var items = new global::System.Collections.Generic.List<{ValueTypes.CSharp(list.Element)}>();");
                EmitElements("L", _reading.Value(list.Element));
                writer.Line(list.Kind switch
                {
                    ListKind.Array => "return items.ToArray();",
                    ListKind.ImmutableArray => "return global::System.Collections.Immutable.ImmutableArray.CreateRange(items);",
                    _ => "return items;",
                });
                break;
            case SetValue set:
                writer.Line($"var items = {ValueTypes.Empty(set)};");
                EmitElements(ValueTypes.Descriptor(set), ValueReading.SetElement(set.Element));
                writer.Line("return items;");
                break;
            case DictionaryValue dictionary:
                writer.Line($"var items = {ValueTypes.Empty(dictionary)};");
                writer.Line("reader.BeginValue(\"M\"u8);").Line("reader.BeginObject();").Open("while (reader.NextMember(out var name))");
                writer.Line("var key = global::System.Text.Encoding.UTF8.GetString(name);").Line($"items[key] = {_reading.Value(dictionary.Value)};");
                writer.Close().Line().Line("reader.EndValue();").Line("return items;");
                break;
            case ObjectValue type:
                new ObjectReading(writer, _reading, type, composites, []).Emit(
                    open: () => writer.Line("reader.BeginValue(\"M\"u8);").Line("reader.BeginObject();"),
                    close: () => writer.Line("reader.EndValue();"));
                break;
        }
    }

    private void EmitElements(string descriptor, string element)
    {
        writer.Line($"reader.BeginValue({Text.Utf8(descriptor)});").Line("reader.BeginArray();").Open("while (reader.NextElement())");
        writer.Line($"items.Add({element});").Close().Line().Line("reader.EndValue();");
    }

    private static string Short(ValueModel value) => value is ObjectValue type ? type.Name : value.TypeName.Replace("global::", string.Empty);
}
