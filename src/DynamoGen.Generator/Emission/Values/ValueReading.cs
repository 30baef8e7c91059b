using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

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

    /// <summary>Reads the attribute value of a member, which may be of other types than its own.</summary>
    public string Member(MemberModel member) => OfAny(member.Value, member.AlsoReads);

    private string OfAny(ValueModel value, AttributeTypes others) => value switch
    {
        _ when others == AttributeTypes.None => Value(value),
        NullableValue { Inner: var inner } => $"reader.TryReadNull() ? default({inner.TypeName}?) : {OfAny(inner, others & ~AttributeTypes.Null)}",
        _ when others.HasFlag(AttributeTypes.Null) => $"reader.TryReadNull() ? {ValueTypes.Empty(value)} : {OfAny(value, others & ~AttributeTypes.Null)}",
        ListValue list => $"reader.IsSetNext() ? {OfSet(list)} : {Value(value)}",
        SetValue { Element: var element } set =>
            $"reader.IsListNext() ? {Names.Codecs}.StoredList.{set.Kind}<{element.TypeName}, {codecs.Of(element)}>(ref reader) : {Value(value)}",
        _ => "reader.ReadBooleanOrNumber()",
    };

    /// <summary>A set has no elements that are null, where those of the list may be.</summary>
    private string OfSet(ListValue list)
    {
        var element = list.Element.WithoutNull;
        var read = $"{Names.Codecs}.StoredSet.{list.Kind}<{element.TypeName}, {codecs.Of(element)}>(ref reader)";
        return list.Element is NullableValue ? $"({list.TypeName}){read}!" : read;
    }

    /// <summary>Reads the rest of a value whose content stands in quotes, from behind the first of them to the value's end.</summary>
    public string Rest(ValueModel value) => value switch
    {
        ScalarValue { IsNumber: true } number => $"reader.RestOfNumber<{number.TypeName}>()",
        ScalarValue scalar => $"reader.RestOf{scalar.Kind}()",
        ConvertedValue { Conversion: WrapperConversion { IsPlain: true } } wrapper => $"new {wrapper.TypeName}({Rest(wrapper.Stored)})",
        _ => $"reader.RestOf<{value.TypeName}, {codecs.Of(value)}>()",
    };
}
