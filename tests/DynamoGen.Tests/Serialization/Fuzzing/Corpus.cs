using System.Text.Json;

namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>One sound text that is mutated, and how it is read.</summary>
/// <param name="Target">What reads it.</param>
/// <param name="Json">The text.</param>
internal sealed record CorpusEntry(FuzzTarget Target, byte[] Json)
{
    public JsonTree Tree { get; } = Parse(Json);

    /// <summary>All values inside of the text.</summary>
    public IReadOnlyList<JsonTree> Values => field ??= Tree.All();

    /// <summary>All members inside of the text.</summary>
    public IReadOnlyList<(string Name, JsonTree Value)> Members => field ??= [.. Values.SelectMany(value => value.Members ?? [])];

    private static JsonTree Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonTree.Of(document.RootElement);
    }
}

/// <summary>Items and responses of several entities: with few attributes and with all of them, nested, of old versions, with escapes.</summary>
internal static class Corpus
{
    public static IReadOnlyList<CorpusEntry> All { get; } = [.. Entries()];

    private static IEnumerable<CorpusEntry> Entries()
    {
        var targets = new (FuzzTarget Item, FuzzTarget Get, FuzzTarget Query, string[] Items)[]
        {
            Of<Sample, Sample.Marshaller>(SoundItems.Samples, "Id", "Part", "Byte", "SByte", "Short", "UShort", "Int", "UInt",
                "Long", "ULong", "Decimal", "Bool", "Color", "NoColor", "Rights", "NoInt", "Texts", "Numbers", "Colors", "TextSet", "NumberSet"),
            Of<Types.Part, Types.Part.Marshaller>(SoundItems.Parts,
                "PartId", "Serial", "Signed", "Unsigned", "Huge", "Letter", "Percent", "Numbered", "Level", "Related", "Stages", "Serials"),
            Of<Versioned, Versioned.Marshaller>(SoundItems.Versions),
            Of<Repositories.Order, Repositories.Order.Marshaller>(SoundItems.Orders, "CustomerId", "OrderId", "Status", "City", "Street", "Notes"),
        };
        foreach (var (item, get, query, items) in targets)
        {
            foreach (var json in items)
            {
                yield return Entry(item, json);
                yield return Entry(get, $$$$"""{"ConsumedCapacity":{"TableName":"t","CapacityUnits":0.5,"Table":{"CapacityUnits":0.5}},"Item":{{{{json}}}}}""");
            }

            var all = string.Join(",", items.Concat(items.Reverse()));
            yield return Entry(query,
                $$$$"""{"Count":{{{{2 * items.Length}}}},"Items":[{{{{all}}}}],"ScannedCount":9,"LastEvaluatedKey":{"pk":{"S":"\u00e9"},"sk":{"S":"s"}}}""");
        }
    }

    private static (FuzzTarget Item, FuzzTarget Get, FuzzTarget Query, string[] Items) Of<TEntity, TMarshaller>(
        IEnumerable<string> items, params string[] exact)
        where TEntity : class
        where TMarshaller : struct, DynamoGen.Serialization.IItemMarshaller<TEntity> =>
        (new ItemTarget<TEntity, TMarshaller>(exact), new GetItemTarget<TEntity, TMarshaller>(), new QueryTarget<TEntity, TMarshaller>(), [.. items]);

    private static CorpusEntry Entry(FuzzTarget target, string json) => new(target, System.Text.Encoding.UTF8.GetBytes(json));
}
