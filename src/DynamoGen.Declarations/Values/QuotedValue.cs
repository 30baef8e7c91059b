namespace DynamoGen.Declarations.Values;

/// <summary>The values whose content stands in quotes: what can be an element of a set and, bytes aside, the key of a dictionary.</summary>
internal static class QuotedValue
{
    public static bool Is(ValueModel value) => value switch
    {
        ScalarValue scalar => scalar.Kind != ScalarKind.Boolean,
        EnumValue => true,
        ConvertedValue converted => Is(converted.Stored),
        _ => false,
    };

    /// <summary>The value's type descriptor: S, N or B.</summary>
    public static string Descriptor(ValueModel value) => value switch
    {
        ScalarValue { IsNumber: true } => "N",
        ScalarValue { Kind: ScalarKind.Binary } => "B",
        EnumValue { IsNumber: true } => "N",
        ConvertedValue converted => Descriptor(converted.Stored),
        _ => "S",
    };
}
