using System.Collections.Immutable;

namespace DynamoGen.Tests.Serialization;

/// <summary>One entity with every kind of member.</summary>
[Entity<TestTable>]
[Key("SAMPLE#{Id}", "SAMPLE")]
[Key("gsi1", "PART#{Part}", "{Id}")]
public sealed partial record Sample
{
    public required string Id { get; init; }

    public string? Part { get; init; }

    public byte Byte { get; init; }

    public sbyte SByte { get; init; }

    public short Short { get; init; }

    public ushort UShort { get; init; }

    public int Int { get; init; }

    public uint UInt { get; init; }

    public long Long { get; init; }

    public ulong ULong { get; init; }

    public float Float { get; init; }

    public double Double { get; init; }

    public decimal Decimal { get; init; }

    public bool Bool { get; init; }

    public Guid Guid { get; init; }

    public DateTimeOffset Moment { get; init; }

    public DateTime Clock { get; init; }

    public DateOnly Day { get; init; }

    public TimeOnly Time { get; init; }

    public TimeSpan Span { get; init; }

    public Color Color { get; init; }

    public Color? NoColor { get; init; }

    public Rights Rights { get; init; }

    public int? NoInt { get; init; }

    public byte[] Bytes { get; init; } = [];

    public List<string?> Texts { get; init; } = [];

    public int[] Numbers { get; init; } = [];

    public ImmutableArray<Color> Colors { get; init; } = [];

    public HashSet<string> TextSet { get; init; } = [];

    public IReadOnlySet<decimal> NumberSet { get; init; } = new HashSet<decimal>();

    public ISet<byte[]> ByteSet { get; init; } = new HashSet<byte[]>();

    public Dictionary<string, Nested> Map { get; init; } = [];

    public Nested? Nested { get; init; }

    public Point Point { get; init; }
}

public enum Color
{
    Red,
    Green,
    Blue,
}

[Flags]
public enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
}

public sealed record Nested(string Name, int Count = 7, Nested? Inner = null)
{
    public IReadOnlyList<Point> Points { get; init; } = [];

    public bool Equals(Nested? other) =>
        other is not null && Name == other.Name && Count == other.Count && Equals(Inner, other.Inner) && Points.SequenceEqual(other.Points);

    public override int GetHashCode() => HashCode.Combine(Name, Count, Inner, Points.Count);
}

public struct Point
{
    public double X { get; set; }

    public double Y { get; set; }
}
