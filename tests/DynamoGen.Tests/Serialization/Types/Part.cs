using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using DynamoGen.Serialization;

namespace DynamoGen.Tests.Serialization.Types;

/// <summary>One entity with every way of storing a type in another form than its own.</summary>
[Entity<TestTable>]
[Key("PART#{PartId}", "{Serial}#{Level}")]
[Key("gsi1", "OWNER#{Owner}", "{PartId}")]
public sealed partial record Part([EpochSeconds] DateTimeOffset Expires, [OmitDefault] int Stock = 5)
{
    public required PartId PartId { get; init; }

    public required Serial Serial { get; init; }

    public Stage Stage { get; init; }

    public Id<Colour>? Owner { get; init; }

    public Int128 Signed { get; init; }

    public UInt128 Unsigned { get; init; }

    public BigInteger Huge { get; init; }

    public Half Half { get; init; }

    public char Letter { get; init; } = 'a';

    public ReadOnlyMemory<byte> Memory { get; init; }

    public ImmutableArray<byte> Bytes { get; init; } = [];

    public (int X, string? Y, (bool On, Half Size) Z) Tuple { get; init; }

    public Percent? Percent { get; init; }

    [EpochMilliseconds]
    public DateTime Changed { get; init; } = DateTime.UnixEpoch;

    [EpochSeconds]
    public List<DateTimeOffset?> Seen { get; init; } = [];

    [EnumAsNumber]
    public Stage Numbered { get; init; }

    public Level Level { get; init; } = Level.Low;

    [Converter<ColourConverter>]
    public Colour Colour { get; init; } = new(0, 0, 0);

    [Converter<ColourConverter>]
    public Dictionary<Stage, Colour?> Colours { get; init; } = [];

    public Url Url { get; init; } = new(string.Empty);

    public IPayment? Payment { get; init; }

    public FrozenSet<PartId> Related { get; init; } = FrozenSet<PartId>.Empty;

    public ImmutableHashSet<Stage> Stages { get; init; } = [];

    public SortedSet<Serial> Serials { get; init; } = [];

    public HashSet<DateOnly> Days { get; init; } = [];

    public ImmutableList<TimeSpan> Spans { get; init; } = [];

    public FrozenDictionary<Guid, int> ByGuid { get; init; } = FrozenDictionary<Guid, int>.Empty;

    public SortedDictionary<int, string> ByNumber { get; init; } = [];

    [OmitDefault]
    public string Note { get; init; } = "none";

    [OmitDefault]
    public List<int> Sizes { get; init; } = [1];

    [OmitDefault]
    public Serial Next { get; init; } = new(7);
}

public readonly record struct PartId(string Value);

public readonly record struct Serial(long Value) : IComparable<Serial>
{
    public int CompareTo(Serial other) => Value.CompareTo(other.Value);
}

public readonly record struct Id<T>(Guid Value);

public readonly record struct Percent(decimal Value)
{
    public decimal Value { get; } = Value is >= 0 and <= 100 ? Value : throw new ArgumentOutOfRangeException(nameof(Value));
}

public enum Stage
{
    [EnumName("in \"stock\"")]
    InStock,
    Sold,
}

[EnumAsNumber]
public enum Level : byte
{
    Low = 1,
    High = 9,
}

public sealed record Colour(byte Red, byte Green, byte Blue);

public sealed class ColourConverter : IAttributeConverter<Colour, string>
{
    public static string ToStored(Colour value) => $"{value.Red},{value.Green},{value.Blue}";

    public static Colour FromStored(string stored) =>
        stored.Split(',') is [var red, var green, var blue] ? new(byte.Parse(red), byte.Parse(green), byte.Parse(blue)) : throw new FormatException();
}

[Converter<UrlConverter>]
public sealed record Url(string Text);

public sealed class UrlConverter : IAttributeConverter<Url, string?>
{
    public static string? ToStored(Url value) => value.Text.Length == 0 ? null : value.Text;

    public static Url FromStored(string? stored) => new(stored ?? string.Empty);
}

[Polymorphic(Discriminator = "kind")]
[DerivedType<Card>("card")]
[DerivedType<GoldCard>("gold")]
[DerivedType<Instalments>("instalments")]
public interface IPayment
{
    decimal Amount { get; }
}

public record Card(decimal Amount, string Number) : IPayment;

public sealed record GoldCard(decimal Amount, string Number, int Bonus) : Card(Amount, Number);

public sealed record Instalments(decimal Amount, IPayment[] Parts) : IPayment;

public sealed record Cash(decimal Amount) : IPayment;
