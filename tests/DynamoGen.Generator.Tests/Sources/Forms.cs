namespace DynamoGen.Generator.Tests.Sources;

/// <summary>One entity with every way of storing a type in another form than its own.</summary>
internal static class Forms
{
    public const string Source = """
        using System.Collections.Frozen;
        using System.Numerics;
        using DynamoGen.Serialization;

        namespace Shop;

        public readonly record struct PartId(string Value);

        public readonly record struct Serial(long Value);

        public readonly record struct Id<T>(Guid Value);

        public readonly record struct Percent(decimal Value)
        {
            public decimal Value { get; } = Value is >= 0 and <= 100 ? Value : throw new ArgumentOutOfRangeException(nameof(Value));
        }

        public enum Stage { [EnumName("in \"stock\"")] InStock, Sold }

        [EnumAsNumber] public enum Level : byte { Low = 1, High = 9 }

        public sealed record Colour(byte Red, byte Green, byte Blue);

        public sealed class ColourConverter : IAttributeConverter<Colour, string>
        {
            public static string ToStored(Colour value) => $"{value.Red},{value.Green},{value.Blue}";
            public static Colour FromStored(string stored) => stored.Split(',') is [var red, var green, var blue] ? new(byte.Parse(red), byte.Parse(green), byte.Parse(blue)) : throw new FormatException();
        }

        [Converter<UrlConverter>] public sealed class Url(string text) { public string Text => text; }

        public sealed class UrlConverter : IAttributeConverter<Url, string?>
        {
            public static string? ToStored(Url value) => value.Text.Length == 0 ? null : value.Text;
            public static Url FromStored(string? stored) => new(stored ?? "");
        }

        public sealed class SizeConverter : IAttributeConverter<(int Width, int Height), List<int>>
        {
            public static List<int> ToStored((int Width, int Height) value) => [value.Width, value.Height];
            public static (int Width, int Height) FromStored(List<int> stored) => (stored[0], stored[1]);
        }

        [Polymorphic(Discriminator = "kind"), DerivedType<Card>("card"), DerivedType<GoldCard>("gold"), DerivedType<Invoice>("invoice")]
        public abstract record Payment { public decimal Amount { get; init; } }

        public record Card(string Number) : Payment;

        public sealed record GoldCard(string Number, int Bonus) : Card(Number);

        public sealed record Invoice(IReadOnlyList<Payment> Parts) : Payment;

        [Polymorphic, DerivedType<Box>("box")] public interface IPackage;

        public sealed class Box : IPackage { public int Weight { get; set; } public Card? Label { get; set; } }

        [Entity<ShopTable>]
        [Key("PART#{Part}", "{Serial}#{Stage}")]
        [Key("gsi1", "OWNER#{Owner}", "{Part}")]
        public sealed partial record Forms([EpochSeconds] DateTimeOffset Expires, [OmitDefault] int Stock = 5)
        {
            public required PartId Part { get; init; }
            public required Serial Serial { get; init; }
            public required Level Stage { get; init; }
            public Id<Colour>? Owner { get; init; }
            public Int128 Large { get; init; }
            public UInt128 Unsigned { get; init; }
            public BigInteger Huge { get; init; }
            public Half Half { get; init; }
            public char Letter { get; init; }
            public ReadOnlyMemory<byte> Memory { get; init; }
            public Memory<byte>? NoMemory { get; init; }
            public ImmutableArray<byte> Bytes { get; init; } = [];
            public (int X, string? Y, (bool, Half) Z) Tuple { get; init; }
            public List<(int, int)> Tuples { get; init; } = [];
            public Percent Percent { get; init; }
            public Percent? NoPercent { get; init; }
            [EpochMilliseconds] public DateTime Milliseconds { get; init; }
            [EpochSeconds] public List<DateTimeOffset?> Seconds { get; init; } = [];
            [EnumAsNumber] public Stage Numbered { get; init; }
            public Stage Named { get; init; }
            public Stage? NoName { get; init; }
            public Level[] Levels { get; init; } = [];
            [Converter<ColourConverter>] public required Colour Colour { get; init; }
            [Converter<ColourConverter>] public Dictionary<Stage, Colour?> Colours { get; init; } = [];
            public required Url Url { get; init; }
            public Url? NoUrl { get; init; }
            [Converter<SizeConverter>] public (int Width, int Height) Size { get; init; }
            public required Payment Payment { get; init; }
            public Payment? NoPayment { get; init; }
            public IPackage? Package { get; init; }
            public Card? Card { get; init; }
            public FrozenSet<PartId> Parts { get; init; } = FrozenSet<PartId>.Empty;
            public ImmutableHashSet<Stage> Stages { get; init; } = [];
            public SortedSet<Serial> Serials { get; init; } = [];
            public HashSet<Guid> Guids { get; init; } = [];
            public HashSet<DateOnly> Days { get; init; } = [];
            public ImmutableSortedSet<char> Letters { get; init; } = [];
            public ImmutableList<string> Texts { get; init; } = [];
            public FrozenDictionary<Guid, int> ByGuid { get; init; } = FrozenDictionary<Guid, int>.Empty;
            public SortedDictionary<int, string> ByNumber { get; init; } = [];
            public ImmutableDictionary<PartId, Level> ByPart { get; init; } = ImmutableDictionary<PartId, Level>.Empty;
            public IReadOnlyDictionary<DateOnly, decimal> ByDay { get; init; } = new Dictionary<DateOnly, decimal>();
            [OmitDefault] public string Note { get; init; } = "none";
            [OmitDefault] public List<int> Sizes { get; init; } = [1];
            [OmitDefault] public Serial Next { get; init; }
            [OmitDefault] public Level Last { get; set; } = Level.High;
        }

        [Repository<Forms>]
        public partial interface IForms
        {
            ValueTask<Forms?> Get(PartId part, Serial serial, Level stage);
            IAsyncEnumerable<Forms> OfPart(PartId part, Serial from, Serial? to = null);
            [Index("gsi1")] IAsyncEnumerable<Forms> OfOwner(Id<Colour> owner, string prefix);
            ValueTask Put(Forms form);
            ValueTask Delete(PartId part, Serial serial, Level stage);
        }
        """;
}
