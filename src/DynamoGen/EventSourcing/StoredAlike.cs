using System.Text.Json;
using DynamoGen.ItemKeys;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing;

/// <summary>Whether two writes would store the same item. Records do not tell: theirs are not equal where they hold equal lists or sets.</summary>
internal static class StoredAlike
{
    public static bool Are(WriteAction first, WriteAction second)
    {
        using var one = Json(first);
        using var other = Json(second);
        return AreAttributes(Item(one), Item(other));
    }

    private static JsonElement Item(JsonDocument action) => action.RootElement.GetProperty("Put").GetProperty("Item");

    private static JsonDocument Json(WriteAction action)
    {
        using var writer = new WireWriter();
        action.Write(writer);
        return JsonDocument.Parse(writer.Written.ToArray());
    }

    private static bool AreAttributes(JsonElement first, JsonElement second)
    {
        var count = 0;
        foreach (var attribute in first.EnumerateObject())
        {
            count++;
            if (!second.TryGetProperty(attribute.Name, out var other) || !AreValues(attribute.Value, other))
            {
                return false;
            }
        }

        return count == second.EnumerateObject().Count();
    }

    private static bool AreValues(JsonElement first, JsonElement second)
    {
        var (one, other) = (first.EnumerateObject().Single(), second.EnumerateObject().Single());
        return one.Name == other.Name && one.Name switch
        {
            "M" => AreAttributes(one.Value, other.Value),
            "L" => one.Value.GetArrayLength() == other.Value.GetArrayLength()
                && one.Value.EnumerateArray().Zip(other.Value.EnumerateArray()).All(static pair => AreValues(pair.First, pair.Second)),
            "SS" or "BS" => Texts(one.Value).SetEquals(Texts(other.Value)),
            "NS" => Numbers(one.Value).SetEquals(Numbers(other.Value)),
            "N" => StoredNumber.Canonical(one.Value.GetString()!) == StoredNumber.Canonical(other.Value.GetString()!),
            _ => JsonElement.DeepEquals(one.Value, other.Value),
        };
    }

    private static HashSet<string> Texts(JsonElement set) => [.. set.EnumerateArray().Select(static element => element.GetString()!)];

    private static HashSet<string> Numbers(JsonElement set) => [.. Texts(set).Select(StoredNumber.Canonical)];
}
