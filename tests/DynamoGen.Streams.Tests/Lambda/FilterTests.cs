using System.Text.Json;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Lambda;
using DynamoGen.Streams.Tests.Handlers;
using DynamoGen.Streams.Tests.Records;
using DynamoGen.Streams.Tests.Shop;

namespace DynamoGen.Streams.Tests.Lambda;

/// <summary>The filter lets through what a handler handles, judged by an interpreter of the pattern language.</summary>
public sealed class FilterTests
{
    private static readonly string[] Entities = ["Order", "Customer", "Invoice", "Foreign"];

    [Fact]
    public void A_handler_of_new_items_gets_them_and_those_that_replace_others()
    {
        Assert.Equal(
            """{"Filters":["""
            + """{"Pattern":"{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"NewImage\":{\"_t\":{\"S\":[\"Order\"]}}}}"},"""
            + """{"Pattern":"{\"eventName\":[\"MODIFY\"],\"dynamodb\":{\"OldImage\":{\"_t\":{\"S\":[{\"anything-but\":[\"Order\"]}]}},"""
            + """\"NewImage\":{\"_t\":{\"S\":[\"Order\"]}}}}"}]}""",
            EventFilter.Of<NewOrders>());
        Assert.Null(EventFilter.Of<ShopEvents>());
    }

    [Fact]
    public void Every_record_that_is_handled_passes_and_where_the_patterns_suffice_no_other()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var changes = Changes(random);
            var schema = StreamHandlerSchema.Of<ShopTable>("handler", false, changes);
            var patterns = EventFilter.Patterns(schema);
            Assert.InRange(patterns.Count, 1, EventFilter.MaxPatterns);
            var isExact = !patterns.Contains("""{"eventName":["MODIFY"]}""");
            foreach (var (name, before, after) in Records())
            {
                var passes = patterns.Any(pattern => Matches(pattern, name, before, after));
                var handled = IsHandled(changes, name, before, after);
                Assert.True(passes == handled || (passes && !isExact), $"{name} {before} -> {after}: {string.Join(", ", changes.Select(change => change))}");
            }
        }
    }

    private static HandledChange[] Changes(Random random)
    {
        var all = Entities[..3].SelectMany(entity => Enum.GetValues<ChangeKind>().Select(kind => new HandledChange(entity, kind))).ToArray();
        random.Shuffle(all);
        return all[..random.Next(1, 6)];
    }

    private static IEnumerable<(string Name, string? Before, string? After)> Records() =>
        Entities.Select(entity => ("INSERT", (string?)null, (string?)entity))
            .Concat(Entities.Select(entity => ("REMOVE", (string?)entity, (string?)null)))
            .Concat(Entities.SelectMany(before => Entities.Select(after => ("MODIFY", (string?)before, (string?)after))));

    private static bool IsHandled(HandledChange[] changes, string name, string? before, string? after) => name switch
    {
        "INSERT" => changes.Contains(new(after!, ChangeKind.Inserted)),
        "REMOVE" => changes.Contains(new(before!, ChangeKind.Removed)),
        _ when before == after => changes.Contains(new(after!, ChangeKind.Modified)),
        _ => changes.Contains(new(before!, ChangeKind.Removed)) || changes.Contains(new(after!, ChangeKind.Inserted)),
    };

    private static bool Matches(string pattern, string name, string? before, string? after)
    {
        using var json = JsonDocument.Parse(Event.Json(name, Item(before), Item(after)));
        using var parsed = JsonDocument.Parse(pattern);
        return Matches(parsed.RootElement, json.RootElement);
    }

    private static string? Item(string? entity) => entity is null ? null : $$$"""{"_t":{"S":"{{{entity}}}"}}""";

    private static bool Matches(JsonElement pattern, JsonElement value) => pattern.EnumerateObject().All(member =>
        value.TryGetProperty(member.Name, out var found) && (member.Value.ValueKind == JsonValueKind.Object
            ? Matches(member.Value, found)
            : member.Value.EnumerateArray().Any(allowed => allowed.ValueKind == JsonValueKind.String
                ? allowed.GetString() == found.GetString()
                : allowed.GetProperty("anything-but").EnumerateArray().All(other => other.GetString() != found.GetString()))));
}
