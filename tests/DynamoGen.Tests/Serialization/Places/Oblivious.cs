#nullable disable
namespace DynamoGen.Tests.Serialization.Places;

/// <summary>An entity that says nothing of what may be null.</summary>
[Entity<TestTable>]
[Key("OBLIVIOUS#{Id}", "OBLIVIOUS")]
public sealed partial record Oblivious
{
    public string Id { get; init; }

    public string Text { get; init; }

    public byte[] Bytes { get; init; }

    public List<string> Texts { get; init; }

    public string[] Array { get; init; }

    public Dictionary<string, string> Map { get; init; }

    public Dictionary<string, List<string>> Lists { get; init; }

    public HashSet<string> Set { get; init; }

    public ObliviousPart Part { get; init; }

    public List<ObliviousPart> Parts { get; init; }

    public (string First, ObliviousPart Second) Pair { get; init; }
}

public sealed record ObliviousPart(string Name, ObliviousPart Inner);

[Repository<Oblivious>]
public partial interface IOblivious
{
    ValueTask Put(Oblivious oblivious);

    ValueTask<Oblivious> Get(string id);

    [Update("SET Text = {text}")]
    ValueTask UpdateText(string id, string text);
}
