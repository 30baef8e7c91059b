using DynamoGen.Declarations.Values;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the expressions by which generated code reads attribute values from the local <c>reader</c>.</summary>
internal sealed class ValueReading(CompositeMethods composites)
{
    /// <summary>Reads a whole attribute value.</summary>
    public string Value(ValueModel value) => value switch
    {
        NullableValue nullable => $"(reader.TryReadNull() ? default({nullable.Inner.TypeName}?) : {Value(nullable.Inner)})",
        ScalarValue { Kind: ScalarKind.Number } number => $"reader.ReadNumber<{number.TypeName}>()",
        ScalarValue scalar => $"reader.Read{scalar.Kind}()",
        RawValue => "reader.ReadAttributeValue()",
        EnumValue { IsFlags: true } flags => $"({flags.TypeName})reader.ReadNumber<{flags.UnderlyingType}>()",
        EnumValue type => $"{EnumEmitter.ReadMethod(type)}(ref reader)",
        ConvertedValue { MayFail: false } converted => converted.FromStored(Value(converted.Stored)),
        _ => $"Read{composites.NameOf(value)}(ref reader)",
    };

    /// <summary>Reads the content of a value that stands in quotes, from behind the first to behind the second.</summary>
    public string Content(ValueModel value) => value switch
    {
        ScalarValue { Kind: ScalarKind.Number } number => $"reader.NumberContent<{number.TypeName}>()",
        ScalarValue scalar => $"reader.{scalar.Kind}Content()",
        EnumValue { IsFlags: true } flags => $"({flags.TypeName})reader.NumberContent<{flags.UnderlyingType}>()",
        EnumValue type => $"{EnumEmitter.ReadMethod(type)}(ref reader, reader.Position)",
        ConvertedValue { MayFail: false } converted => converted.FromStored(Content(converted.Stored)),
        ConvertedValue converted => $"Read{composites.NameOf(converted)}(ref reader, reader.Position)",
        _ => throw new ArgumentException("The value does not stand in quotes.", nameof(value)),
    };
}
