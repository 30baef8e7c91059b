using System.Globalization;
using System.Numerics;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Testing;

/// <summary>Writes an attribute value so that values which DynamoDB holds equal are equal texts: numbers by value, sets and maps in an order.</summary>
internal static class CanonicalValue
{
    /// <summary>An attribute of an item, or null where it has none of the name.</summary>
    public static string? Of(IReadOnlyDictionary<string, AttributeValue> item, string attribute) =>
        item.TryGetValue(attribute, out var value) ? Of(value) : null;

    private static string Of(AttributeValue value) => value switch
    {
        { S: { } text } => $"S{Quoted(text)}",
        { N: { } number } => $"N({NumberOf(number)})",
        { B: { } bytes } => $"B({Convert.ToHexString(bytes.ToArray())})",
        { BOOL: { } truth } => truth ? "true" : "false",
        { NULL: true } => "NULL",
        { SS.Count: > 0 } => $"SS[{Sorted(value.SS.Select(Quoted))}]",
        { NS.Count: > 0 } => $"NS[{Sorted(value.NS.Select(NumberOf))}]",
        { BS.Count: > 0 } => $"BS[{Sorted(value.BS.Select(bytes => Convert.ToHexString(bytes.ToArray())))}]",
        { M: { } members } => $"M{{{Sorted(members.Select(member => $"{Quoted(member.Key)}:{Of(member.Value)}"))}}}",
        { L: { } elements } => $"L[{string.Join(',', elements.Select(Of))}]",
        _ => throw new ArgumentException("The value is of no type.", nameof(value)),
    };

    private static string Sorted(IEnumerable<string> values) => string.Join(',', values.Order(StringComparer.Ordinal));

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A number as its digits and the power of ten behind them.</summary>
    private static string NumberOf(string number)
    {
        var exponentAt = number.IndexOfAny(['e', 'E']);
        var exponent = exponentAt < 0 ? 0 : int.Parse(number.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? number : number[..exponentAt];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        var whole = mantissa.Replace(".", string.Empty, StringComparison.Ordinal);
        var digits = BigInteger.Parse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        for (; !digits.IsZero && digits % 10 == 0; exponent++)
        {
            digits /= 10;
        }

        return digits.IsZero ? "0" : string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent}");
    }
}
