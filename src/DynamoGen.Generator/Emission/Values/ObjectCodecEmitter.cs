using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the codec of a nested object, and of a type that is stored as one of several.</summary>
internal sealed class ObjectCodecEmitter(SourceWriter writer, CodecTypes codecs, AttributePlaces places)
{
    public void Emit(ObjectValue type)
    {
        var name = codecs.Generated(type);
        writer.OpenStruct(type, name, $"{Names.Serialization}.IValueCodec<{type.TypeName}>");
        var attributes = (type.Discriminator is null ? 0 : 1) + type.ReadAttributes.Count();
        var layout = places.Take("Attributes", attributes);
        writer.Line(Text.InheritDoc).Open($"public static void Write({Names.WireWriter} writer, {type.TypeName} value)");
        EmitNullCheck(type, type.Name);
        if (type.Discriminator is null)
        {
            // One of several types was told from the others already.
            ExactType.Emit(writer, type, "value");
        }

        var mark = type.Discriminator is { } discriminator
            ? $"\"{JsonText.Of(discriminator.Attribute)}\":{{\"S\":\"{JsonText.Of(discriminator.Name)}\"}}"
            : string.Empty;
        writer.Line($"writer.BeginDocument({Text.Utf8("{\"M\":{" + mark)});");
        new ValueWriting(writer, codecs).Members(type, "value", type.Discriminator is null ? [] : [type.Discriminator.Attribute]);
        writer.Line("writer.EndDocument(\"}}\"u8);").Close().Line();
        writer.Line(Text.InheritDoc).Open($"public static {type.TypeName} Read(ref {Names.WireReader} reader)");
        AttributeCase[] marks = type.Discriminator is null ? [] : [AttributeCase.Skipped(writer, type.Discriminator.Attribute)];
        var cases = new ObjectReading(writer, codecs, type, layout, marks).Emit(
            open: () => writer.Line("reader.BeginMap();"),
            close: () => writer.Line("reader.EndValue();"));
        writer.Close().Line();
        layout.Emit(writer, cases);
        writer.Close();
    }

    /// <summary>The type is named by an attribute that may stand anywhere, so it is looked for first.</summary>
    public void Emit(UnionValue union)
    {
        writer.OpenStruct(union, codecs.Generated(union), $"{Names.Serialization}.IValueCodec<{union.TypeName}>");
        writer.Line(Text.InheritDoc).Open($"public static void Write({Names.WireWriter} writer, {union.TypeName} value)");
        EmitNullCheck(union, union.Name);
        writer.Open("switch (value)");
        foreach (var (single, i) in union.Cases.Select((single, i) => (single, Text.Number(i + 1))))
        {
            writer.Line($"case {single.TypeName} type{i}{ExactType.When(single, $"type{i}")}:").Indent();
            writer.Line($"{codecs.Of(single)}.Write(writer, type{i});").Line("break;").Outdent();
        }

        writer.Line("default:")
            .Indented($"throw {Names.WireWriter}.UnknownDerivedType({Text.Literal(union.Name)}, value);");
        writer.Close().Close().Line();
        writer.Line(Text.InheritDoc).Open($"public static {union.TypeName} Read(ref {Names.WireReader} reader)");
        writer.Line($"var type = reader.PeekDiscriminator({Text.Utf8(union.Discriminator)});");
        foreach (var single in union.Cases)
        {
            writer.Open($"if (global::System.MemoryExtensions.SequenceEqual(type, {Text.Utf8(single.Discriminator!.Name)}))");
            writer.Line($"return {codecs.Of(single)}.Read(ref reader);").Close();
        }

        writer.Line($"throw reader.UnknownDerivedType({Text.Literal(union.Discriminator)}, {Text.Literal(union.Name)});").Close().Close();
    }

    private void EmitNullCheck(ValueModel value, string name)
    {
        if (value.IsReference)
        {
            writer.Open("if (value is null)");
            writer.Line($"throw new {Names.ItemValueException}({Text.Literal($"A value of type {name} is null where a value is needed.")});").Close()
                .Line();
        }
    }
}
