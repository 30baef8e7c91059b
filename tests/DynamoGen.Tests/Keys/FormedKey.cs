using DynamoGen.Tests.KeyForms;

namespace DynamoGen.Tests.Keys;

/// <summary>A table whose keys have every form of other programs beside each other.</summary>
[Table("formed")]
[GlobalIndex("by-name", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("by-code", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
public sealed partial class FormedKeys;

[Flags]
public enum Repairs
{
    None,
    Blade,
    Handle,
}

[Entity<FormedKeys>]
[Key("{Owner:lower}||{Shelf:upper}|{Serial:D}_{Condition:lower}", "{Weight:G}~{Condition:D}|{Repairs:D}")]
[Key("by-name", "{Name:raw}aab{Condition:upper}~{Number:D}", "{Bought:unixSeconds}{Lent:unixMilliseconds}{Rest:raw}")]
[Key("by-code", "{IsLent:upper}{Code:D:upper}", "{Id:N}{Mark:N:upper}{Code:D:upper}")]
public sealed partial record FormedKey(string Owner, string Shelf, long Serial, Condition Condition, decimal Weight, Repairs Repairs)
{
    public required string Name { get; init; }

    public ulong Number { get; init; }

    [EpochSeconds]
    public DateTimeOffset Bought { get; init; }

    [EpochMilliseconds]
    public DateTime Lent { get; init; }

    public required string Rest { get; init; }

    public bool IsLent { get; init; }

    public Guid Id { get; init; }

    public Guid Mark { get; init; }

    public Guid Code { get; init; }

    /// <summary>What its keys keep of it.</summary>
    public FormedKey Kept() => this with
    {
        Owner = Owner.ToLowerInvariant(),
        Shelf = Shelf.ToUpperInvariant(),
        Bought = DateTimeOffset.FromUnixTimeSeconds(Bought.ToUnixTimeSeconds()),
        Lent = DateTimeOffset.FromUnixTimeMilliseconds(new DateTimeOffset(Lent).ToUnixTimeMilliseconds()).UtcDateTime,
    };
}
