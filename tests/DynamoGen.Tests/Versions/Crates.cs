using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Tests.Versions;

/// <summary>A table of which three builds run, as of <see cref="Rooms"/>, that all keep what another application puts into its items.</summary>
[Table("crates")]
public sealed partial class Crates;

public readonly record struct Load(decimal Kilograms, string Kind);

[Entity<Crates>(Name = "Crate")]
[Key("CRATE#{Id}", "CRATE")]
public sealed partial record FirstCrate(string Id, decimal Grams)
{
    public string? Note { get; init; }

    public int Moves { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Rest { get; init; }
}

/// <summary>Whose attributes become those of version 1 one by one.</summary>
[Entity<Crates>(Name = "Crate", Version = 2, WriteAs = 1)]
[Key("CRATE#{Id}", "CRATE")]
public sealed partial record RollingCrate(string Id)
{
    public required Load Load { get; init; }

    public string? Remark { get; init; }

    public int Moves { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Rest { get; init; }

    [Upcast(1, nameof(Load), StoredAs = "Grams")]
    private static Load LoadOf(decimal grams) => new(grams / 1000, "dry");

    [Upcast(1, nameof(Remark), StoredAs = "Note")]
    private static string? RemarkOf(string? note) => note;

    [Downcast(1, "Grams")]
    private static decimal GramsOf(Load load) => load.Kilograms * 1000;
}

[Entity<Crates>(Name = "Crate", Version = 2)]
[Key("CRATE#{Id}", "CRATE")]
public sealed partial record Crate(string Id)
{
    public required Load Load { get; init; }

    public string? Remark { get; init; }

    public int Moves { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Rest { get; init; }

    [Upcast(1, nameof(Load), StoredAs = "Grams")]
    private static Load LoadOf(decimal grams) => new(grams / 1000, "dry");

    [Upcast(1, nameof(Remark), StoredAs = "Note")]
    private static string? RemarkOf(string? note) => note;
}

/// <summary>What items of version 1 hold of a chest.</summary>
public sealed record ChestV1(string Id, decimal Grams)
{
    public string? Note { get; init; }

    public int Moves { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Rest { get; init; }
}

[Entity<Crates>(Name = "Chest")]
[Key("CHEST#{Id}", "CHEST")]
public sealed partial record FirstChest(string Id, decimal Grams)
{
    public string? Note { get; init; }

    public int Moves { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Rest { get; init; }
}

/// <summary>Which becomes an item of version 1 as a whole.</summary>
[Entity<Crates>(Name = "Chest", Version = 2, WriteAs = 1)]
[Key("CHEST#{Id}", "CHEST")]
public sealed partial record RollingChest(string Id)
{
    public required Load Load { get; init; }

    public string? Remark { get; init; }

    public int Moves { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Rest { get; init; }

    [Upcast(1)]
    private static RollingChest FromV1(ChestV1 stored) => new(stored.Id)
    {
        Load = new Load(stored.Grams / 1000, "dry"),
        Remark = stored.Note,
        Moves = stored.Moves,
        Rest = stored.Rest,
    };

    [Downcast(1)]
    private static ChestV1 ToV1(RollingChest chest) =>
        new(chest.Id, chest.Load.Kilograms * 1000) { Note = chest.Remark, Moves = chest.Moves, Rest = chest.Rest };
}

[Entity<Crates>(Name = "Chest", Version = 2)]
[Key("CHEST#{Id}", "CHEST")]
public sealed partial record Chest(string Id)
{
    public required Load Load { get; init; }

    public string? Remark { get; init; }

    public int Moves { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Rest { get; init; }

    [Upcast(1)]
    private static Chest FromV1(ChestV1 stored) => new(stored.Id)
    {
        Load = new Load(stored.Grams / 1000, "dry"),
        Remark = stored.Note,
        Moves = stored.Moves,
        Rest = stored.Rest,
    };
}

[Repository<FirstCrate>]
public partial interface IFirstCrates
{
    ValueTask<FirstCrate?> Get(string id);

    ValueTask Put(FirstCrate crate);
}

[Repository<RollingCrate>]
public partial interface IRollingCrates
{
    ValueTask<RollingCrate?> Get(string id);

    ValueTask Put(RollingCrate crate);

    [Update("SET Load = {load} ADD Moves 1")]
    ValueTask UpdateLoad(string id, Load load);
}

[Repository<Crate>]
public partial interface ICrates
{
    ValueTask<Crate?> Get(string id);

    ValueTask Put(Crate crate);

    [Update("ADD Moves 1")]
    ValueTask UpdateMoves(string id);
}

[Repository<FirstChest>]
public partial interface IFirstChests
{
    ValueTask<FirstChest?> Get(string id);

    ValueTask Put(FirstChest chest);
}

[Repository<RollingChest>]
public partial interface IRollingChests
{
    ValueTask<RollingChest?> Get(string id);

    ValueTask Put(RollingChest chest);

    [Update("SET Remark = {remark} ADD Moves 1")]
    ValueTask UpdateRemark(string id, string remark);
}

[Repository<Chest>]
public partial interface IChests
{
    ValueTask<Chest?> Get(string id);

    ValueTask Put(Chest chest);

    [Update("ADD Moves 1")]
    ValueTask UpdateMoves(string id);
}
