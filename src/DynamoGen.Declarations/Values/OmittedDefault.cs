namespace DynamoGen.Declarations.Values;

/// <summary>Which values have a default that can be left out of an item and put back.</summary>
internal static class OmittedDefault
{
    public static bool Has(ValueModel value) => value switch
    {
        ScalarValue or EnumValue or ListValue or SetValue or DictionaryValue or TupleValue => true,
        ConvertedValue converted => converted.IsValueType,
        ObjectValue type => type.IsValueType,
        _ => false,
    };
}
