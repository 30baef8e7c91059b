namespace DynamoGen.Declarations.Values;

/// <summary>The type descriptors of stored values, as DynamoDB writes them.</summary>
internal static class TypeDescriptors
{
    /// <summary>The descriptor of a value: S, N, B, BOOL, L, M, SS, NS or BS; words for what can be any of them.</summary>
    public static string Of(ValueModel value) => value switch
    {
        ScalarValue { Kind: ScalarKind.Boolean } => "BOOL",
        ListValue or TupleValue => "L",
        SetValue set => QuotedValue.Descriptor(set.Element) + "S",
        DictionaryValue or ObjectValue or UnionValue => "M",
        NullableValue nullable => Of(nullable.Inner),
        ConvertedValue converted => Of(converted.Stored),
        RawValue => "any type",
        RegionalValue regional => Of(regional.Part),
        _ => QuotedValue.Descriptor(value),
    };
}
