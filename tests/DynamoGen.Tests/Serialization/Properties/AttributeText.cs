using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Tests.Serialization.Properties;

/// <summary>
/// Attribute values as text that is the same for values that DynamoDB takes for the same: maps and sets without their order, numbers without their notation.
/// </summary>
internal static class AttributeText
{
    public static string Of(AttributeValue value) => value switch
    {
        { S: { } text } => Quoted(text),
        { N: { } number } => Number(number),
        { B: { } bytes } => "b" + Convert.ToBase64String(bytes.ToArray()),
        { BOOL: { } truth } => truth ? "true" : "false",
        { NULL: true } => "null",
        { SS: { } texts } => Set(texts.Select(Quoted)),
        { NS: { } numbers } => Set(numbers.Select(Number)),
        { BS: { } binaries } => Set(binaries.Select(single => "b" + Convert.ToBase64String(single.ToArray()))),
        { M: { } map } => Of(map),
        { L: { } list } => "[" + string.Join(", ", list.Select(Of)) + "]",
        _ => "nothing",
    };

    public static string Of(IReadOnlyDictionary<string, AttributeValue> map) =>
        "{" + string.Join(",\n", map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{Quoted(pair.Key)}: {Of(pair.Value)}")) + "}";

    /// <summary>The digits without the zeros around them, and the power of ten of the last one.</summary>
    public static string Number(string number)
    {
        var parts = number.TrimStart('-', '+').Split('e', 'E');
        var exponent = parts.Length > 1 ? BigInteger.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : parts[0].Length - point - 1;
        var digits = parts[0].Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('0');
        var significant = digits.TrimEnd('0');
        return significant.Length == 0 ? "0" : string.Create(
            CultureInfo.InvariantCulture, $"{(number[0] == '-' ? "-" : string.Empty)}{significant}e{exponent + digits.Length - significant.Length}");
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static string Set(IEnumerable<string> elements) => "<" + string.Join(", ", elements.Order(StringComparer.Ordinal)) + ">";
}
