using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Tests.Serialization.RunTimeTypes;

[Table("kits")]
public sealed partial class KitTable;

/// <summary>An entity from which others derive, with a value in every position in which one of a derived type can be.</summary>
[Entity<KitTable>]
[Key("KIT#{Id}", "KIT")]
public partial record Kit(string Id)
{
    public List<Tool> Tools { get; init; } = [];

    public IReadOnlyCollection<Tool?> MoreTools { get; init; } = [];

    public Tool[] Array { get; init; } = [];

    public Tool? Best { get; init; }

    public Dictionary<string, Tool> ByName { get; init; } = [];

    public (int Count, Tool Tool)? Pair { get; init; }

    public Box<Tool>? Box { get; init; }

    public Wrapped? Wrapped { get; init; }

    public Drawn? Drawn { get; init; }

    public ICut? Cut { get; init; }

    public Saw? Saw { get; init; }

    public int Stock { get; init; }
}

public record BigKit(string Id, string Extra) : Kit(Id);

public record Tool(string Name);

public record PricedTool(string Name, decimal Price) : Tool(Name);

/// <summary>What adds nothing is another type all the same, such as a proxy that is made at run time.</summary>
public sealed record SameTool(string Name) : Tool(Name);

public class Box<T>
{
    public T? Content { get; set; }

    /// <summary>Hides the one of every object.</summary>
    public new string GetType() => "box";
}

public class OpenBox<T> : Box<T>;

public readonly record struct Wrapped(Tool Value);

/// <summary>What a converter makes of it is its own affair.</summary>
[Converter<DrawnConverter>]
public record Drawn(string Text);

public sealed record FinelyDrawn(string Text) : Drawn(Text);

public readonly struct DrawnConverter : IAttributeConverter<Drawn, string>
{
    public static string ToStored(Drawn value) => value.Text;

    public static Drawn FromStored(string stored) => new(stored);
}

[Polymorphic]
[DerivedType<Knife>("knife")]
[DerivedType<Blade>("blade")]
[DerivedType<Dagger>("dagger")]
public interface ICut;

public record Knife(int Length) : ICut;

public sealed record Dagger(int Length, bool IsSharp) : Knife(Length);

public record Machete(int Length, string Origin) : Knife(Length);

public readonly record struct Blade(int Length) : ICut;

/// <summary>A type with instances that is one of those that it is stored as.</summary>
[Polymorphic(Discriminator = "kind")]
[DerivedType<Saw>("saw")]
[DerivedType<ChainSaw>("chain")]
public record Saw(int Teeth);

public record ChainSaw(int Teeth, int Power) : Saw(Teeth);

public record LoudSaw(int Teeth, int Power, int Decibels) : ChainSaw(Teeth, Power);

/// <summary>A list that has more than its elements.</summary>
public sealed class NamedTools : List<Tool>
{
    public string Name { get; set; } = "mine";
}

[Repository<Kit>]
public partial interface IKits
{
    ValueTask<Kit?> Get(string id);

    ValueTask Put(Kit kit);

    ValueTask<bool> CreateIfNew(Kit kit);

    [Condition("attribute_exists(Id)")]
    ValueTask<Kit?> Replace(Kit kit);

    [Condition("Stock > 1")]
    ValueTask<bool> PutIf(Kit kit);

    ValueTask PutMany(IEnumerable<Kit> kits);

    WriteAction PutAction(Kit kit);

    WriteAction CreateAction(Kit kit);

    [Update("SET Best = {best}, Tools = {more}, Cut = {cut}")]
    ValueTask UpdateBest(string id, Tool best, List<Tool> more, ICut cut);
}
