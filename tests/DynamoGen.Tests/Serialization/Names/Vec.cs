namespace DynamoGen.Tests.Serialization.Names;

[Table("vectors", SortKey = null)]
public sealed partial class Vectors;

/// <summary>Names that differ in case alone, in the constructor, as members and as parts of a key.</summary>
[Entity<Vectors>]
[Key("V#{Id}#{x}#{X}")]
public sealed partial record Vec(int Id, int x, int X, Turn? Turn)
{
    public string? note { get; init; }

    public string? Note { get; init; }
}

/// <summary>A class whose parameters and properties are in different orders.</summary>
public sealed class Turn(double angle, double Angle)
{
    public double Angle { get; } = Angle;

    public double angle { get; } = angle;
}
