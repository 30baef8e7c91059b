using DynamoGen.Declarations.Values;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the expressions by which generated code reads attribute values from the local <c>reader</c>.</summary>
internal sealed class ValueReading(CodecTypes codecs)
{
    /// <summary>Reads a whole attribute value.</summary>
    public string Value(ValueModel value) => value switch
    {
        NullableValue nullable => $"reader.TryReadNull() ? default({nullable.Inner.TypeName}?) : {Value(nullable.Inner)}",
        ScalarValue { IsNumber: true } number => $"reader.ReadNumber<{number.TypeName}>()",
        ScalarValue scalar => $"reader.Read{scalar.Kind}()",
        RawValue => "reader.ReadAttributeValue()",
        ConvertedValue { Conversion: WrapperConversion { IsPlain: true } } wrapper => $"new {wrapper.TypeName}({Value(wrapper.Stored)})",
        _ => $"{codecs.Of(value)}.Read(ref reader)",
    };

    /// <summary>Reads the rest of a value whose content stands in quotes, from behind the first of them to the value's end.</summary>
    public string Rest(ValueModel value) => value switch
    {
        ScalarValue { IsNumber: true } number => $"reader.RestOfNumber<{number.TypeName}>()",
        ScalarValue scalar => $"reader.RestOf{scalar.Kind}()",
        ConvertedValue { Conversion: WrapperConversion { IsPlain: true } } wrapper => $"new {wrapper.TypeName}({Rest(wrapper.Stored)})",
        _ => $"reader.RestOf<{value.TypeName}, {codecs.Of(value)}>()",
    };
}
