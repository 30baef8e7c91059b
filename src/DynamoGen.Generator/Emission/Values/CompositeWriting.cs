using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the body that writes one composite value from the local <c>value</c>.</summary>
internal sealed class CompositeWriting(SourceWriter writer, CompositeMethods composites)
{
    private readonly ValueWriting _writing = new(writer, composites);

    public void Emit(ValueModel value)
    {
        EmitNullCheck(value);
        switch (value)
        {
            case ListValue list:
                writer.Line("writer.Raw(\"{\\\"L\\\":[\"u8);").Open("foreach (var element in value)").Line("writer.Separator();");
                _writing.Element(list.Element, "element", "present");
                writer.Close().Line("writer.Raw(\"]}\"u8);");
                break;
            case SetValue set:
                EmitSet(set);
                break;
            case DictionaryValue dictionary:
                EmitDictionary(dictionary);
                break;
            case TupleValue tuple:
                EmitTuple(tuple);
                break;
            case UnionValue union:
                EmitUnion(union);
                break;
            case NullableValue nullable:
                _writing.Element(nullable, "value", "present");
                break;
            case ObjectValue type:
                EmitObject(type);
                break;
        }
    }

    private void EmitNullCheck(ValueModel value)
    {
        if (ValueTypes.IsReference(value) && value is not NullableValue)
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

    private void EmitSet(SetValue set)
    {
        writer.Open("if (value.Count == 0)");
        writer.Line($"throw new {Names.ItemValueException}(\"A set inside of a list or a dictionary is empty, which DynamoDB cannot store.\");");
        writer.Close().Line();
        writer.Line($"writer.Raw({Text.Utf8($"{{\"{TypeDescriptors.Of(set)}\":[")});").Open("foreach (var element in value)").Line("writer.Separator();");
        writer.Line("writer.Raw(\"\\\"\"u8);").Line(ValueWriting.Content(set.Element, "element")).Line("writer.Raw(\"\\\"\"u8);");
        writer.Close().Line("writer.Raw(\"]}\"u8);");
    }

    private void EmitDictionary(DictionaryValue dictionary)
    {
        writer.Line("writer.Raw(\"{\\\"M\\\":{\"u8);").Open("foreach (var pair in value)");
        writer.Line("writer.Member(\",\\\"\"u8);").Line(ValueWriting.Content(dictionary.Key, "pair.Key")).Line("writer.Raw(\"\\\":\"u8);");
        _writing.Element(dictionary.Value, "pair.Value", "present");
        writer.Close().Line("writer.Raw(\"}}\"u8);");
    }

    private void EmitTuple(TupleValue tuple)
    {
        writer.Line("writer.Raw(\"{\\\"L\\\":[\"u8);");
        for (var i = 0; i < tuple.Elements.Count; i++)
        {
            if (i > 0)
            {
                writer.Line("writer.Raw(\",\"u8);");
            }

            _writing.Element(tuple.Elements[i], $"value.Item{i + 1}", $"item{i + 1}");
        }

        writer.Line("writer.Raw(\"]}\"u8);");
    }

    private void EmitUnion(UnionValue union)
    {
        writer.Open("switch (value)");
        foreach (var (single, i) in union.Cases.Select((single, i) => (single, i)))
        {
            writer.Line($"case {single.TypeName} type{i + 1}:");
            _writing.Element(single, $"type{i + 1}", string.Empty);
            writer.Line("break;");
        }

        writer.Line("default:");
        writer.Line($"throw new {Names.ItemValueException}({Text.Literal($"A value of type {union.Name} is none of its derived types.")});");
        writer.Close();
    }

    private void EmitObject(ObjectValue type)
    {
        var mark = type.Discriminator is { } discriminator ? $"\"{JsonText.Of(discriminator.Attribute)}\":{{\"S\":\"{JsonText.Of(discriminator.Name)}\"}}" : string.Empty;
        writer.Line($"writer.Raw({Text.Utf8("{\"M\":{" + mark)});");
        _writing.Members(type, "value");
        CatchAllWriting.Emit(writer, type, "value", type.Discriminator is null ? [] : [type.Discriminator.Attribute]);
        writer.Line("writer.Raw(\"}}\"u8);");
    }

    private static string Short(ValueModel value) => value is ObjectValue type ? type.Name : value.TypeName.Replace("global::", string.Empty);
}
