namespace DynamoGen.Tests.WriteBack;

[Table("leaves")]
public sealed partial class Leaves;

[Entity<Leaves>(Name = "Leaf")]
[Key("LEAF#{Id}", "LEAF")]
public sealed partial record FirstLeaf(int Id, string Shade);

/// <summary>A build that reads three versions and writes the second.</summary>
[Entity<Leaves>(Version = 3, WriteAs = 2)]
[Key("LEAF#{Id}", "LEAF")]
public sealed partial record Leaf(int Id)
{
    public required string Color { get; init; }

    public long Veins { get; init; }

    [Upcast(1, nameof(Color), StoredAs = "Shade")]
    private static string ColorOf(string shade) => shade;

    [Upcast(2, nameof(Veins))]
    private static long VeinsOf(string text) => text.Length;

    [Downcast(2, nameof(Veins))]
    private static string TextOf(long veins) => new('|', (int)veins);
}

[Entity<Leaves>(Name = "Leaf", Version = 3)]
[Key("LEAF#{Id}", "LEAF")]
public sealed partial record NewestLeaf(int Id)
{
    public required string Color { get; init; }

    public long Veins { get; init; }

    [Upcast(1, nameof(Color), StoredAs = "Shade")]
    private static string ColorOf(string shade) => shade;

    [Upcast(2, nameof(Veins))]
    private static long VeinsOf(string text) => text.Length;
}

[Repository<FirstLeaf>]
public partial interface IFirstLeaves
{
    ValueTask Put(FirstLeaf leaf);
}

[Repository<Leaf>]
public partial interface ILeaves
{
    ValueTask<Leaf?> Get(int id);
}

[Repository<NewestLeaf>]
public partial interface INewestLeaves
{
    ValueTask Put(NewestLeaf leaf);
}
