using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Tests.Serialization.Forms;

/// <summary>Describes attribute values in words that can be compared, by another way than the library's.</summary>
internal static class AttributeText
{
    public static string Of(Dictionary<string, AttributeValue> attributes) =>
        $"{{{string.Join(',', attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => $"{attribute.Key}={Of(attribute.Value)}"))}}}";

    public static string Of(AttributeValue value) => string.Concat(
        value.S is null ? null : $"S:{value.S}",
        value.N is null ? null : $"N:{value.N}",
        value.B is null ? null : $"B:{Of(value.B)}",
        value.BOOL is null ? null : $"BOOL:{value.BOOL}",
        value.NULL is null ? null : $"NULL:{value.NULL}",
        value.SS is null ? null : $"SS:{string.Join(',', value.SS)}",
        value.NS is null ? null : $"NS:{string.Join(',', value.NS)}",
        value.BS is null ? null : $"BS:{string.Join(',', value.BS.Select(Of))}",
        value.L is null ? null : $"L:[{string.Join(',', value.L.Select(Of))}]",
        value.M is null ? null : $"M:{Of(value.M)}");

    private static string Of(MemoryStream stream) => Convert.ToHexString(stream.ToArray());
}
