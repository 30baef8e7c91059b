namespace DynamoGen.Tests.Ranges;

[Table("readings", PartitionKey = "Device", SortKey = "Name")]
[GlobalIndex("byLevel", PartitionKey = "gsi1pk", SortKey = "gsi1sk", SortKeyType = KeyAttributeType.Number)]
[GlobalIndex("byHash", PartitionKey = "gsi2pk", SortKey = "gsi2sk", SortKeyType = KeyAttributeType.Binary)]
[GlobalIndex("byDay", PartitionKey = "gsi3pk", SortKey = "gsi3sk")]
[GlobalIndex("byPlace", PartitionKeys = ["Country", "City"], SortKeys = ["Street"])]
public sealed partial class Readings;

[Entity<Readings>]
[Key("{Device}", "{Name}")]
[Key("byLevel", "DEVICE#{Device}", "{Level}")]
[Key("byHash", "DEVICE#{Device}", "{Hash}")]
[Key("byDay", "DEVICE#{Device}", "DAY#{Day}#{Label}", Shards = 3)]
[MultiAttributeKey("byPlace")]
public sealed partial record Reading(string Device, string Name, decimal Level, byte[] Hash, DateOnly Day, string Label, string Country, string City, string? Street = null)
{
    public Dictionary<string, string> Tags { get; init; } = [];
}

[Repository<Reading>]
public partial interface IReadings
{
    ValueTask Put(Reading reading);

    ValueTask<Reading?> Get(string device, string name);

    ValueTask<IReadOnlyList<Reading>> Named(string device, string? from = null, string? to = null);

    IAsyncEnumerable<Reading> NamedFrom(string device, string from);

    ValueTask<Page<Reading>> Page(string device, string from, string to, int limit, string? cursor = null);

    [Filter("Tags = {tags}")]
    ValueTask<IReadOnlyList<Reading>> Tagged(string device, Dictionary<string, string> tags);

    [Index("byLevel")]
    ValueTask<Reading?> FirstOfLevel(string device, decimal from, decimal to);

    [Index("byHash")]
    ValueTask<IReadOnlyList<Reading>> OfHash(string device, byte[]? from = null, byte[]? to = null);

    [Index("byDay")]
    IAsyncEnumerable<Reading> OfDays(string device, DateOnly from, DateOnly to);

    [Index("byPlace")]
    ValueTask<IReadOnlyList<Reading>> OfPlace(string country, string city);

    [Index("byPlace")]
    ValueTask<IReadOnlyList<Reading>> OfStreets(string country, string city, string from, string to);
}
