using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the types inside of a marshaller that write and read its entity's values, each once.</summary>
internal sealed class CodecEmitter(SourceWriter writer, CodecTypes codecs, AttributePlaces places)
{
    private readonly HashSet<string> _written = [];

    /// <summary>Writes what the values of an entity need.</summary>
    /// <param name="values">The values, those that hold others before what they hold.</param>
    /// <param name="keyed">The enums whose names are in keys.</param>
    public void Emit(IEnumerable<ValueModel> values, IEnumerable<EnumValue> keyed)
    {
        var all = values.ToArray();
        foreach (var value in all)
        {
            EmitCodec(value);
        }

        var enums = new EnumEmitter(writer, codecs);
        foreach (var type in keyed.Concat(all.OfType<EnumValue>().Where(type => !type.IsNumber)).Where(type => _written.Add(codecs.EnumNames(type))))
        {
            writer.Line();
            enums.EmitNames(type);
        }

        foreach (var type in all.OfType<EnumValue>().Where(type => type is { IsNumber: true, IsFlags: false } && _written.Add(codecs.EnumMembers(type))))
        {
            writer.Line();
            enums.EmitMembers(type);
        }
    }

    private void EmitCodec(ValueModel value)
    {
        switch (value)
        {
            case ObjectValue { IsRecursion: false } type when _written.Add(codecs.Generated(type)):
                writer.Line();
                new ObjectCodecEmitter(writer, codecs, places).Emit(type);
                break;
            case UnionValue { IsRecursion: false } union when _written.Add(codecs.Generated(union)):
                writer.Line();
                new ObjectCodecEmitter(writer, codecs, places).Emit(union);
                break;
            case ConvertedValue { Conversion: WrapperConversion } wrapper when _written.Add(codecs.Wrapper(wrapper)):
                writer.Line();
                EmitWrapper(wrapper);
                break;
        }
    }

    private void EmitWrapper(ConvertedValue wrapper)
    {
        var stored = ValueTypes.CSharp(wrapper.Stored);
        writer.OpenStruct(wrapper, codecs.Wrapper(wrapper), $"{Names.AttributeConverter}<{wrapper.TypeName}, {stored}>");
        writer.Line(Text.InheritDoc).Line($"public static {stored} ToStored({wrapper.TypeName} value) => value.Value;").Line();
        writer.Line(Text.InheritDoc).Line($"public static {wrapper.TypeName} FromStored({stored} stored) => new(stored);").Close();
    }
}
