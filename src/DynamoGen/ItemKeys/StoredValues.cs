using Amazon.DynamoDBv2.Model;

namespace DynamoGen.ItemKeys;

/// <summary>Attribute values as DynamoDB compares them: numbers by value, sets and maps without an order.</summary>
internal static class StoredValues
{
    public static bool AreEqual(AttributeValue first, AttributeValue second) => first switch
    {
        { S: { } text } => text == second.S,
        { N: { } number } => second.N is { } other && StoredNumber.Canonical(number) == StoredNumber.Canonical(other),
        { B: { } bytes } => second.B is { } other && bytes.ToArray().AsSpan().SequenceEqual(other.ToArray()),
        { BOOL: { } boolean } => boolean == second.BOOL,
        { NULL: { } isNull } => isNull == second.NULL,
        { SS: { } texts } => second.SS is { } other && HasSame(texts, other, static text => text),
        { NS: { } numbers } => second.NS is { } other && HasSame(numbers, other, StoredNumber.Canonical),
        { BS: { } bytes } => second.BS is { } other && HasSame(bytes, other, static element => Convert.ToBase64String(element.ToArray())),
        { L: { } list } => second.L is { } other && list.Count == other.Count && list.Zip(other).All(pair => AreEqual(pair.First, pair.Second)),
        { M: { } map } => second.M is { } other && AreEqual(map, other),
        _ => false,
    };

    private static bool AreEqual(Dictionary<string, AttributeValue> first, Dictionary<string, AttributeValue> second) =>
        first.Count == second.Count
        && first.All(attribute => second.TryGetValue(attribute.Key, out var value) && AreEqual(attribute.Value, value));

    private static bool HasSame<T>(List<T> first, List<T> second, Func<T, string> identity) =>
        first.Count == second.Count && first.Select(identity).ToHashSet(StringComparer.Ordinal).SetEquals(second.Select(identity));
}
