namespace DynamoGen.Tests.Patterns;

[Table("yard", TimeToLive = "Until")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("gsi2", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
public sealed partial class YardTable;

/// <summary>What lies in a yard or happens there.</summary>
[ItemCollection(typeof(Yard), typeof(Container), typeof(Arrival))]
public interface IYardItem
{
    string Name { get; }
}

/// <summary>What comes and goes.</summary>
[ItemCollection(typeof(Container), typeof(Arrival))]
public abstract record Movable
{
    public required int Weight { get; init; }

    public DateTimeOffset MovedAt { get; init; }

    public string? Note { get; init; }
}

/// <summary>Every entity of the table.</summary>
[ItemCollection(typeof(Yard), typeof(Container), typeof(Arrival), typeof(Guard))]
public interface IAnyYardItem;

[Entity<YardTable>]
[Key("YARD#{Name}", "YARD")]
public sealed partial record Yard(string Name, string Town) : IYardItem, IAnyYardItem;

[Entity<YardTable>]
[Key("YARD#{Name}", "CONTAINER#{Number}")]
[Key("gsi1", "OWNER#{Owner}", "{MovedAt}")]
[Key("gsi2", "TO#{Owner}", "{MovedAt}", Shards = 3)]
public sealed partial record Container(string Name, int Number, string Owner) : Movable, IYardItem, IAnyYardItem;

[Entity<YardTable>]
[Key("YARD#{Name}", "ARRIVAL#{Number}")]
[Key("gsi1", "OWNER#{Carrier}", "{MovedAt}")]
[Key("gsi2", "TO#{Carrier}", "{MovedAt}", Shards = 3)]
public sealed partial record Arrival(string Name, int Number, string Carrier, [property: TimeToLive] DateTimeOffset? Until)
    : Movable, IYardItem, IAnyYardItem;

/// <summary>Lies in the same partition as the others, and is none of them.</summary>
[Entity<YardTable>]
[Key("YARD#{Yard}", "GUARD#{Name}")]
public sealed partial record Guard(string Yard, string Name) : IAnyYardItem;

[Repository<Yard>]
public partial interface IYards
{
    ValueTask Put(Yard yard);

    IAsyncEnumerable<IYardItem> Items(string name);

    ValueTask<YardWithArrivals?> WithArrivals(string name);

    [IncludeExpired]
    ValueTask<YardWithArrivals?> WithAllArrivals(string name);

    [Descending]
    IAsyncEnumerable<IYardItem> LastItems(string name, int limit);

    [ConsistentRead]
    ValueTask<IReadOnlyList<IYardItem>> List(string name);

    [Query]
    [Descending]
    ValueTask<IYardItem?> LastOf(string name);

    ValueTask<Page<IYardItem>> Pages(string name, int limit, string? cursor);

    [Descending]
    ValueTask<Page<IYardItem>> PagesBack(string name, int limit, string? cursor);

    [AllowScan("a test")]
    IAsyncEnumerable<IAnyYardItem> Everything(int segments);

    [AllowScan("a test")]
    ValueTask<Page<IAnyYardItem>> EverythingInPages(int limit, string? cursor);
}

/// <summary>Of its entities only the arrivals expire, and the repository is of another one.</summary>
[ItemCollection]
public sealed record YardWithArrivals
{
    public required Yard Yard { get; init; }

    public IReadOnlyList<Arrival> Arrivals { get; init; } = [];
}

[Repository<Container>]
public partial interface IContainers
{
    ValueTask PutMany(IEnumerable<Container> containers);

    [Filter("Weight >= {least} AND attribute_exists(Note)")]
    IAsyncEnumerable<Movable> Heavy(string name, int? least);

    [IncludeExpired]
    [Filter("Weight IN {weights}")]
    ValueTask<Movable[]> Weighing(string name, IReadOnlyList<int> weights);

    [Index("gsi1")]
    IAsyncEnumerable<Movable> Of(string owner, DateTimeOffset? from = null, DateTimeOffset? to = null);

    [Index("gsi2")]
    [Descending]
    ValueTask<Page<Movable>> To(string owner, int limit, string? cursor);

    [AllowScan("a test")]
    [Filter("Weight < {most}")]
    IAsyncEnumerable<Movable> Light(int most, int segment, int segments);
}

[Repository<Arrival>]
public partial interface IArrivals
{
    ValueTask PutMany(IEnumerable<Arrival> arrivals);
}

[Repository<Guard>]
public partial interface IGuards
{
    ValueTask PutMany(IEnumerable<Guard> guards);
}
