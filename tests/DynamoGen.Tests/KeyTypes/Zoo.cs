namespace DynamoGen.Tests.KeyTypes;

/// <summary>Keys whose literals, and a wrapper whose parameter, look like code that writes keys.</summary>
[Table("zoo")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class Zoo;

public readonly record struct Monkey(string Value);

[Entity<Zoo>]
[Key("key.{Id}", "monkey.")]
[Key("gsi1", "monkey.{Status}#{Keeper}", "key.{Id}")]
public sealed partial record Animal(int Id, string Status, Monkey Keeper);

[Repository<Animal>]
public partial interface IAnimals
{
    ValueTask Put(Animal animal);

    ValueTask<Animal?> Get(int id);

    [Update("SET Status = {status}")]
    ValueTask Update(int id, string status, Monkey keeper);

    [Update("SET Keeper = {monkey}")]
    ValueTask UpdateKeeper(int id, string status, Monkey monkey);

    [Index("gsi1")]
    ValueTask<IReadOnlyList<Animal>> Of(string status, Monkey keeper);
}
