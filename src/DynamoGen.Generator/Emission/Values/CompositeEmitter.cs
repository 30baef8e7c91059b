using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the pair of methods of one composite type.</summary>
internal sealed class CompositeEmitter(SourceWriter writer, CompositeMethods composites)
{
    private readonly ValueReading _reading = new(composites);

    public void Emit(ValueModel value)
    {
        if (value is not ConvertedValue)
        {
            EmitWrite(value);
            writer.Line();
        }

        EmitReading(value);
    }

    /// <summary>Writes the method that reads a value, alone.</summary>
    public void EmitReading(ValueModel value)
    {
        if (value is ConvertedValue converted)
        {
            EmitConverted(converted);
            return;
        }

        writer.Open($"private static {ValueTypes.CSharp(value)} Read{composites.NameOf(value)}(ref {Names.WireReader} reader)");
        EmitRead(value);
        writer.Close();
    }

    /// <summary>Writes the method that writes a value, alone.</summary>
    public void EmitWrite(ValueModel value)
    {
        writer.Open($"private static void Write{composites.NameOf(value)}({Names.WireWriter} writer, {ValueTypes.CSharp(value)} value)");
        new CompositeWriting(writer, composites).Emit(value);
        writer.Close();
    }

    private void EmitRead(ValueModel value)
    {
        switch (value)
        {
            case ListValue list:
                EmitElements(list, "L", _reading.Value(list.Element));
                break;
            case SetValue set:
                var quote = "reader.BeginQuotedElement();";
                EmitElements(set, TypeDescriptors.Of(set), _reading.Content(set.Element), quote);
                break;
            case DictionaryValue dictionary:
                writer.Line($"var items = {ValueTypes.Filled(dictionary)};");
                writer.Line("reader.BeginValue(\"M\"u8);").Line("reader.BeginObject();").Open("while (reader.NextQuotedName())");
                writer.Line($"var key = {_reading.Content(dictionary.Key)};").Line("reader.EndName();").Line($"items[key] = {_reading.Value(dictionary.Value)};");
                writer.Close().Line().Line("reader.EndValue();").Line($"return {ValueTypes.Finished(dictionary)};");
                break;
            case TupleValue tuple:
                EmitTuple(tuple);
                break;
            case UnionValue union:
                EmitUnion(union);
                break;
            case NullableValue nullable:
                writer.Line($"return {_reading.Value(nullable)};");
                break;
            case ObjectValue type:
                new ObjectReading(writer, _reading, type, composites, Marks(type)).Emit(
                    open: () => writer.Line("reader.BeginValue(\"M\"u8);").Line("reader.BeginObject();"),
                    close: () => writer.Line("reader.EndValue();"));
                break;
        }
    }

    private void EmitElements(ValueModel collection, string descriptor, string element, string before = "")
    {
        writer.Line($"var items = {ValueTypes.Filled(collection)};");
        writer.Line($"reader.BeginValue({Text.Utf8(descriptor)});").Line("reader.BeginArray();").Open("while (reader.NextElement())");
        if (before.Length > 0)
        {
            writer.Line(before);
        }

        writer.Line($"items.Add({element});");
        writer.Close().Line().Line("reader.EndValue();").Line($"return {ValueTypes.Finished(collection)};");
    }

    private void EmitTuple(TupleValue tuple)
    {
        writer.Line("reader.BeginValue(\"L\"u8);").Line("reader.BeginArray();");
        for (var i = 0; i < tuple.Elements.Count; i++)
        {
            writer.Line("reader.ExpectElement();").Line($"var item{i + 1} = {_reading.Value(tuple.Elements[i])};");
        }

        writer.Line("reader.EndArray();").Line("reader.EndValue();");
        writer.Line($"return ({string.Join(", ", Enumerable.Range(1, tuple.Elements.Count).Select(number => $"item{number}"))});");
    }

    /// <summary>The type is named by an attribute that may stand anywhere, so it is looked for first.</summary>
    private void EmitUnion(UnionValue union)
    {
        writer.Line($"var type = reader.PeekDiscriminator({Text.Utf8(union.Discriminator)});");
        foreach (var single in union.Cases)
        {
            writer.Open($"if (global::System.MemoryExtensions.SequenceEqual(type, {Text.Utf8(single.Discriminator!.Name)}))");
            writer.Line($"return {_reading.Value(single)};").Close();
        }

        writer.Line().Line($"throw reader.UnknownDerivedType({Text.Literal(union.Discriminator)}, {Text.Literal(union.Name)});");
    }

    private IReadOnlyList<AttributeCase> Marks(ObjectValue type) => type.Discriminator is not { } discriminator
        ? []
        : [AttributeCase.Skipped(writer, discriminator.Attribute)];

    /// <summary>What a converter throws becomes an error that names the attribute.</summary>
    private void EmitConverted(ConvertedValue converted)
    {
        var name = composites.NameOf(converted);
        if (QuotedValue.Is(converted.Stored))
        {
            writer.Open($"private static {converted.TypeName} Read{name}(ref {Names.WireReader} reader)");
            writer.Line($"reader.BeginQuoted({Text.Utf8(QuotedValue.Descriptor(converted.Stored))});");
            writer.Line($"var value = Read{name}(ref reader, reader.Position);").Line("reader.EndValue();").Line("return value;").Close().Line();
            writer.Open($"private static {converted.TypeName} Read{name}(ref {Names.WireReader} reader, int start)");
            EmitConversion(converted, _reading.Content(converted.Stored));
        }
        else
        {
            writer.Open($"private static {converted.TypeName} Read{name}(ref {Names.WireReader} reader)");
            writer.Line("var start = reader.Position;");
            EmitConversion(converted, _reading.Value(converted.Stored));
        }

        writer.Close();
    }

    private void EmitConversion(ConvertedValue converted, string stored)
    {
        writer.Line($"var stored = {stored};").Open("try").Line($"return {converted.FromStored("stored")};").Close();
        writer.Open($"catch (global::System.Exception cause) when (cause is not {Names.DynamoGenException})");
        writer.Line($"throw reader.Unconvertible(start, {Text.Literal(converted.Name)}, cause);").Close();
    }
}
