namespace DynamoGen.Tests.Serialization.Forms;

/// <summary>A sample with something in every member, none of it empty, so that every server takes it.</summary>
internal static class RichSample
{
    public static readonly Sample Value = new()
    {
        Id = "a \"quoted\" \\ text\n\u0001 with ✓ and \U0001F600",
        Part = "p",
        Byte = byte.MaxValue,
        SByte = sbyte.MinValue,
        Short = short.MinValue,
        UShort = ushort.MaxValue,
        Int = int.MinValue,
        UInt = uint.MaxValue,
        Long = long.MinValue,
        ULong = ulong.MaxValue,
        Float = 1.1f,
        Double = -12.5,
        Decimal = -79228162514264337593543950335m,
        Bool = true,
        Guid = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"),
        Moment = new DateTimeOffset(2012, 7, 4, 1, 2, 3, TimeSpan.FromHours(2)).AddTicks(7),
        Clock = new DateTime(2012, 7, 4, 1, 2, 3, DateTimeKind.Utc).AddTicks(9),
        Day = new DateOnly(2012, 7, 4),
        Time = new TimeOnly(23, 59, 59).Add(TimeSpan.FromTicks(1)),
        Span = TimeSpan.FromDays(-3.5),
        Color = Color.Blue,
        NoColor = Color.Green,
        Rights = Rights.Read | Rights.Write,
        NoInt = 0,
        Bytes = [0, 255, 128],
        Texts = ["a", null, "\U0001F469\u200D\U0001F680"],
        Numbers = [3, -1, 0],
        Colors = [Color.Green, Color.Red],
        TextSet = ["x", "y"],
        NumberSet = new HashSet<decimal> { 1.5m, -2 },
        ByteSet = new HashSet<byte[]> { new byte[] { 1, 2 } },
        Map = new() { ["k\"ey \U0001F511"] = new Nested("n", 3, new Nested("deeper")) },
        Nested = new Nested("top") { Points = [new Point { X = 1, Y = -0.25 }] },
        Point = new Point { X = 9.99e125, Y = 1e-130 },
    };
}
