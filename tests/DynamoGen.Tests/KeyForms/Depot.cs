namespace DynamoGen.Tests.KeyForms;

/// <summary>A table whose items another program writes too, with keys in its own forms.</summary>
[Table("depot")]
[GlobalIndex("by-place", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("by-time", PartitionKey = "gsi2pk", SortKey = "gsi2sk", SortKeyType = KeyAttributeType.Number)]
public sealed partial class Depot;

public enum Condition
{
    Unknown,
    New,
    Worn = 12,
}

[Entity<Depot>]
[Key("$depot#owner_{Owner:lower}#id_{Id:N}", "$tool_1#serial_{Serial:D}|{Condition:lower}")]
[Key("by-place", "{City:raw}||{Weight:G}|{IsLent:upper}", "{Bought:unixSeconds}_{Name:raw}")]
[Key("by-time", "CONDITION_{Condition:D}", "{Lent:unixMilliseconds}")]
public sealed partial record Tool(string Owner, Guid Id, long Serial, Condition Condition)
{
    public required string City { get; init; }

    public required string Name { get; init; }

    public decimal Weight { get; init; }

    public bool IsLent { get; init; }

    [EpochSeconds]
    public DateTimeOffset Bought { get; init; }

    [EpochMilliseconds]
    public DateTime Lent { get; init; }
}

[Repository<Tool>]
public partial interface ITools
{
    ValueTask Put(Tool tool);

    ValueTask<Tool?> Get(string owner, Guid id, long serial, Condition condition);

    [Index("by-place")]
    IAsyncEnumerable<Tool> At(string city, decimal weight, bool isLent, DateTimeOffset? fromBought = null, DateTimeOffset? beforeBought = null);

    [Index("by-place")]
    IAsyncEnumerable<Tool> Named(string city, decimal weight, bool isLent, DateTimeOffset bought, string namePrefix);

    [Index("by-time")]
    IAsyncEnumerable<Tool> LentAfter(Condition condition, DateTime afterLent);
}
