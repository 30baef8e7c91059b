namespace DynamoGen.Generator.Tests.Sources;

/// <summary>One entity with every kind of member that can be stored.</summary>
internal static class Everything
{
    public const string Source = """
        namespace Shop;

        public enum Size : byte { Small = 1, Large = 2, Huge = 2 }

        [Flags]
        public enum Options { None = 0, Gift = 1, Express = 2 }

        public sealed record Address(string Street, string? Extra = null, int Floor = 3)
        {
            public string Country { get; init; } = "DE";
            public List<Address> Former { get; init; } = [];
        }

        public struct Point
        {
            public double X { get; set; }
            public double Y { get; set; }
        }

        public abstract class Base
        {
            public required string Id { get; init; }
            public string? Inherited { get; protected internal set; }
        }

        [Entity<ShopTable>]
        [Key("EVERYTHING#{Id}", "{Number}#{Moment}#{Day}#{Unique}#{Size}#{IsOn}#{Price:000000.00}#{Length}#{At}#{Name}")]
        public partial class Everything : Base
        {
            public int Number { get; set; }
            public byte Byte { get; set; }
            public sbyte SByte { get; set; }
            public short Short { get; set; }
            public ushort UShort { get; set; }
            public uint UInt { get; set; }
            public long Long { get; set; }
            public ulong ULong { get; set; }
            public float Float { get; set; }
            public double Double { get; set; }
            public decimal Price { get; set; }
            public bool IsOn { get; set; } = true;
            public string Name { get; set; } = "";
            public Guid Unique { get; init; }
            public DateTimeOffset Moment { get; init; }
            public DateTime Local { get; private set; }
            public DateOnly Day { get; init; } = new(2000, 1, 1);
            public TimeOnly At { get; init; }
            public TimeSpan Length { get; init; }
            public byte[] Bytes { get; init; } = [];
            public byte[]? NoBytes { get; init; }
            public Size Size { get; init; }
            public Size? NoSize { get; init; }
            public Options Options { get; init; }
            public int? NoNumber { get; init; }
            public List<string> Texts { get; init; } = [];
            public required IReadOnlyList<int?> Numbers { get; init; }
            public string?[] Array { get; init; } = [];
            public ImmutableArray<Size> Sizes { get; init; } = [];
            public HashSet<string> TextSet { get; init; } = [];
            public required IReadOnlySet<decimal> NumberSet { get; init; }
            public ISet<byte[]>? ByteSet { get; init; }
            public Dictionary<string, int> Counts { get; init; } = [];
            public IReadOnlyDictionary<string, List<Address?>>? Addresses { get; init; }
            public required Address Home { get; init; }
            public Address? Work { get; init; }
            public Point Place { get; init; }
            public Point? NoPlace { get; init; }
            [AttributeName("renamed \"here\"")] public string Renamed { get; init; } = "";
            [Ignore] public object? Ignored { get; set; }
            public string Computed => Name + Number;
        }
        """;
}
