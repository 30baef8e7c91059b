using System.Numerics;

namespace DynamoGen.Tests.Serialization.EdgeValues;

/// <summary>An entity for the values at the edges of what its types and DynamoDB can hold. What is null is not stored.</summary>
[Entity<TestTable>]
[Key("EDGE#{Partition}", "{Id}")]
public sealed partial record Edge
{
    public string Partition { get; init; } = "p";

    public required string Id { get; init; }

    public double? Double { get; init; }

    public float? Float { get; init; }

    public Half? Half { get; init; }

    public decimal? Decimal { get; init; }

    public long? Long { get; init; }

    public ulong? ULong { get; init; }

    public Int128? Int128 { get; init; }

    public UInt128? UInt128 { get; init; }

    public BigInteger? BigInteger { get; init; }

    public string? Text { get; init; }

    public byte[]? Bytes { get; init; }

    [AttributeName("n\u00e4me \U0001F511 \"quoted\"")]
    public string? Named { get; init; }

    public Dictionary<string, string>? Texts { get; init; }

    public Level? Level { get; init; }
}

public sealed record Level(string Name, Level? Inner = null)
{
    /// <summary>Maps within maps; the name in the innermost lies one level deeper.</summary>
    public static Level Nested(int maps) => maps == 1 ? new Level("leaf") : new Level("inner", Nested(maps - 1));
}

[Repository<Edge>]
public partial interface IEdges
{
    ValueTask<Edge?> Get(string partition, string id);

    ValueTask<IReadOnlyList<Edge>> All(string partition);

    ValueTask Put(Edge edge);
}
