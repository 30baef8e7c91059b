using System.Collections.Frozen;
using System.Numerics;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Serialization.Types;

namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>Items as they are stored, which mutations start from.</summary>
internal static class SoundItems
{
    public static IEnumerable<string> Samples =>
    [
        Wire.Write<Sample, Sample.Marshaller>(new Sample { Id = "1" }),
        Wire.Write<Sample, Sample.Marshaller>(new Sample
        {
            Id = "\"quoted\" \\ \u0001 ✓ 😀",
            Part = "part\n",
            Long = long.MinValue,
            ULong = ulong.MaxValue,
            Double = 1.25e100,
            Float = -1.5f,
            Decimal = 79228162514264337593543950335m,
            Bool = true,
            Guid = new Guid("01234567-89ab-cdef-0123-456789abcdef"),
            Moment = new DateTimeOffset(2012, 7, 4, 1, 2, 3, TimeSpan.FromHours(2)),
            Clock = new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Utc),
            Day = new DateOnly(2024, 2, 29),
            Time = new TimeOnly(23, 59, 59),
            Span = TimeSpan.FromDays(-1.5),
            Color = Color.Blue,
            NoColor = Color.Green,
            Rights = Rights.Read | Rights.Write,
            NoInt = -7,
            Bytes = [1, 2, 3, 4],
            Texts = ["a", null, "", "ü\t"],
            Numbers = [1, -2, 3],
            Colors = [Color.Red, Color.Green],
            TextSet = ["x", "y\"z"],
            NumberSet = new HashSet<decimal> { 1.5m, -2m },
            ByteSet = new HashSet<byte[]> { new byte[] { 9 }, new byte[] { 8, 7 } },
            Map = new() { ["a"] = new Nested("n"), ["key \"2\""] = new Nested("m", 1, new Nested("o")) },
            Nested = new Nested("outer", 2, new Nested("inner") { Points = [new Point { X = 1, Y = -1 }] }),
            Point = new Point { X = 0.1, Y = 1e-100 },
        }),
    ];

    public static IEnumerable<string> Parts =>
    [
        Wire.Write<Part, Part.Marshaller>(new Part(DateTimeOffset.UnixEpoch) { PartId = new("p"), Serial = new(1) }),
        Wire.Write<Part, Part.Marshaller>(new Part(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), 0)
        {
            PartId = new("p \"2\""),
            Serial = new(-5),
            Owner = new(Guid.Empty),
            Signed = Int128.Parse("-12345678901234567890123456789012345678"),
            Unsigned = 7,
            Huge = BigInteger.Pow(10, 100),
            Half = (Half)0.5,
            Letter = '✓',
            Memory = new byte[] { 1, 2 },
            Bytes = [3, 4, 5],
            Tuple = (1, null, (true, Half.One)),
            Percent = new Percent(99.5m),
            Seen = [DateTimeOffset.UnixEpoch, null],
            Numbered = Stage.Sold,
            Level = Level.High,
            Colour = new Colour(1, 2, 3),
            Colours = new() { [Stage.Sold] = null, [Stage.InStock] = new Colour(9, 9, 9) },
            Url = new Url("https://example.com/?a=\"b\""),
            Payment = new Instalments(3, [new Card(1, "1"), new GoldCard(2, "2", 5), new Instalments(0, [])]),
            Related = FrozenSet.Create(new PartId("q"), new PartId("r")),
            Stages = [Stage.InStock],
            Serials = [new(3), new(2)],
            Days = [new DateOnly(2024, 1, 1)],
            Spans = [TimeSpan.FromSeconds(1.5), TimeSpan.MinValue],
            ByGuid = new Dictionary<Guid, int> { [Guid.Empty] = 1 }.ToFrozenDictionary(),
            ByNumber = new() { [-1] = "minus one", [1] = "one" },
            Note = "note",
        }),
    ];

    public static IEnumerable<string> Versions =>
    [
        Wire.Write<Versioned, Versioned.Marshaller>(new Versioned { Id = "3", Cost = new Price(1.5m, "EUR") }),
        """{"Id":{"S":"1"},"_t":{"S":"Versioned"},"Cents":{"N":"1250"},"_v":{"N":"1"}}""",
        """{"_v":{"N":"2"},"Cost":{"N":"12.5"},"Id":{"S":"2"}}""",
        """{"Id":{"S":"old"},"Cents":{"N":"7"}}""",
    ];

    public static IEnumerable<string> Orders =>
    [
        Wire.Write<Order, Order.Marshaller>(new Order { CustomerId = "c", OrderId = 1, OrderedAt = DateTimeOffset.UnixEpoch }),
        Wire.Write<Order, Order.Marshaller>(new Order { CustomerId = "ALFKI", OrderId = 10643, OrderedAt = new(1997, 8, 25, 0, 0, 0, TimeSpan.Zero),
            Status = Status.Shipped, City = "Berlin", Street = "Obere Straße 57", Notes = "\"fragile\"\r\n" }),
    ];
}
