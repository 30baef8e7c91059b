namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>
/// Edits of an entity: its properties before, what the item has, its properties after; what the lock says, and as what the item is read after it,
/// which is null where it is read as it was. An error stands for an item that is lost; everything else for one that survives.
/// </summary>
internal static class EditTable
{
    /// <summary>In the place of what the item has: it lacks the attribute, as one from before it was declared.</summary>
    public const string Absent = "absent";

    /// <summary>In the place of what is read: the item is not.</summary>
    public const string Unreadable = "cannot be read";

    /// <summary>In the place of what is read: the next put of the item loses it.</summary>
    public const string Lost = "lost";

    public const string Types = """
        public enum Status { Open, Shipped }
        public enum Renamed { Open, Sent }
        public enum Renumbered { Shipped, Open }
        public enum Fewer { Open }
        public enum More { Open, Shipped, Lost }
        [Flags] public enum Rights { Read = 1, Write = 2 }
        [Flags] public enum MoreRights : long { Read = 1, Write = 2, Own = 4 }
        [Flags] public enum FewRights : byte { Read = 1, Write = 2 }
        [Flags] public enum WideRights : long { Read = 1, Write = 2, Own = 4294967296 }
        [Flags] public enum OtherRights { Write = 1, Read = 2 }
        public enum Right { Read = 1, Write = 2 }
        public readonly record struct OrderNumber(int Value);
        public sealed record Address(string City, string? Zip);
        public sealed record Village(string City);
        public sealed record Town(string City, string? Zip, string? Country);
        public sealed record Parish(string City, string? Zip, string Priest);
        public sealed record Post(string City, [property: AttributeName("Zip")] string? Code);
        public sealed record Open(string City, [property: UnknownAttributes] Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> Rest);
        public sealed record Closed(string City);
        [Polymorphic(Discriminator = "kind"), DerivedType<Card>("card"), DerivedType<Bill>("bill")] public abstract record Payment;
        [Polymorphic(Discriminator = "kind"), DerivedType<Cheque>("card")] public abstract record Transfer;
        [Polymorphic(Discriminator = "type"), DerivedType<Slip>("card"), DerivedType<Form>("bill")] public abstract record Means;
        public sealed record Card(string Number) : Payment;
        public sealed record Bill(string Number) : Payment;
        public sealed record Cheque(string Number) : Transfer;
        public sealed record Slip(string Number) : Means;
        public sealed record Form(string Number) : Means;
        public sealed class Hex : IAttributeConverter<int, string> { public static string ToStored(int value) => value.ToString("x"); public static int FromStored(string stored) => Convert.ToInt32(stored, 16); }
        namespace Other { public sealed class Hex : IAttributeConverter<int, string> { public static string ToStored(int value) => value.ToString(); public static int FromStored(string stored) => Convert.ToInt32(stored); } }
        """;

    /// <summary>What is stored of a value and read as another type.</summary>
    public static TheoryData<string, string, string, string, string?> Forms => new()
    {
        { "public required Guid A { get; init; }", "new Guid(1, 2, 3, new byte[8])", "public required string A { get; init; }", "DG7003", null },
        { "public required char A { get; init; }", "'x'", "public required string A { get; init; }", "DG7003", null },
        { "public required DateOnly A { get; init; }", "new(2012, 7, 4)", "public required DateTime A { get; init; }", "DG7003", "07/04/2012 00:00:00" },
        { "public required DateOnly A { get; init; }", "new(2012, 7, 4)",
            "public required DateTimeOffset A { get; init; }", "DG7003", "07/04/2012 00:00:00 +00:00" },
        { "public required DateTime A { get; init; }", "new(2012, 7, 4, 1, 2, 3)",
            "public required DateTimeOffset A { get; init; }", "DG7003", "07/04/2012 01:02:03 +00:00" },
        { "public required DateTimeOffset A { get; init; }", "new(2012, 7, 4, 1, 2, 3, TimeSpan.Zero)",
            "public required DateTime A { get; init; }", "DG7003", "07/04/2012 01:02:03" },
        { "public required TimeSpan A { get; init; }", "new(1, 2, 3)", "public required string A { get; init; }", "DG7003", "P00000000DT01H02M03.0000000S" },
        { "public required Status A { get; init; }", "Status.Shipped", "public required string A { get; init; }", "DG7003", null },
        { "public required Status A { get; init; }", "Status.Shipped", "public required More A { get; init; }", "DG7003", null },
        { "public required HashSet<Guid> A { get; init; }", "[new Guid(1, 2, 3, new byte[8])]",
            "public required HashSet<string> A { get; init; }", "DG7003", null },
        { "public HashSet<int> A { get; init; } = [];", "[7]", "public HashSet<long> A { get; init; } = [];", "DG7003", null },
        { "public required Dictionary<Guid, int> A { get; init; }", "new() { [Guid.Empty] = 1 }",
            "public required Dictionary<string, int> A { get; init; }", "DG7003", null },
        { "public required Dictionary<int, int> A { get; init; }", "new() { [-7] = 1 }",
            "public required Dictionary<string, int> A { get; init; }", "DG7003", null },
        { "public required Dictionary<int, int> A { get; init; }", "new() { [-7] = 1 }",
            "public required Dictionary<long, int> A { get; init; }", "DG7003", null },
        { "public required int A { get; init; }", "int.MinValue", "public required long A { get; init; }", "DG7003", null },
        { "public required int A { get; init; }", "int.MaxValue", "public required decimal A { get; init; }", "DG7003", null },
        { "public required long A { get; init; }", "long.MaxValue", "public required decimal A { get; init; }", "DG7003", null },
        { "public required byte A { get; init; }", "255", "public required Half A { get; init; }", "DG7003", null },
        { "public required Half A { get; init; }", "(Half)0.1", "public required float A { get; init; }", "DG7003", null },
        { "[EpochSeconds] public required DateTime A { get; init; }", "DateTime.UnixEpoch.AddSeconds(7)",
            "public required long A { get; init; }", "DG7003", "7" },
        { "public required Address A { get; init; }", "new(\"x\", \"y\")",
            "public required Amazon.DynamoDBv2.Model.AttributeValue A { get; init; }", "DG7003", null },
        { "public int A { get; init; }", "7", "public OrderNumber A { get; init; }", "", "{Value: 7}" },
        { "public List<int> A { get; init; } = [];", "[7]", "public int[] A { get; init; } = [];", "", null },
        { "public List<int> A { get; init; } = [];", "[7]", "public List<int?> A { get; init; } = [];", "DG7003", null },
        { "public OrderNumber A { get; init; }", "new(7)", "public int A { get; init; }", "", "7" },
        { "public required TimeOnly A { get; init; }", "new(1, 2, 3)", "public required string A { get; init; }", "DG7003", "01:02:03.0000000" },
        { "public required int A { get; init; }", "int.MaxValue", "public required double A { get; init; }", "DG7003", null },
        { "public required short A { get; init; }", "short.MinValue", "public required float A { get; init; }", "DG7003", null },
        { "public required ulong A { get; init; }", "ulong.MaxValue", "public required Int128 A { get; init; }", "DG7003", null },
        { "public required long A { get; init; }", "long.MinValue", "public required System.Numerics.BigInteger A { get; init; }", "DG7003", null },
        { "public required float A { get; init; }", "0.1f", "public required double A { get; init; }", "DG7003", null },
        { "[EpochMilliseconds] public required DateTimeOffset A { get; init; }", "DateTimeOffset.UnixEpoch.AddSeconds(7)",
            "public required long A { get; init; }", "DG7003", "7000" },
        { "public HashSet<DateOnly> A { get; init; } = [];", "[new(2012, 7, 4)]",
            "public HashSet<DateTime> A { get; init; } = [];", "DG7003", "[07/04/2012 00:00:00]" },
        { "public Dictionary<DateOnly, int> A { get; init; } = [];", "new() { [new(2012, 7, 4)] = 1 }",
            "public Dictionary<DateTime, int> A { get; init; } = [];", "DG7003", "{07/04/2012 00:00:00: 1}" },
        { "public Dictionary<Status, int> A { get; init; } = [];", "new() { [Status.Shipped] = 1 }",
            "public Dictionary<string, int> A { get; init; } = [];", "DG7003", null },
        { "public List<Status> A { get; init; } = [];", "[Status.Shipped]", "public List<string> A { get; init; } = [];", "DG7003", null },
        { "public Dictionary<string, int> A { get; init; } = [];", "new() { [\"x\"] = 1 }",
            "public Amazon.DynamoDBv2.Model.AttributeValue? A { get; init; }", "DG7003", null },
        { "public required sbyte A { get; init; }", "-1", "public required byte A { get; init; }", "DG7001", Unreadable },
        { "public required int A { get; init; }", "-1", "public required uint A { get; init; }", "DG7001", Unreadable },
        { "public required int A { get; init; }", "16777217", "public required float A { get; init; }", "DG7001", "16777216" },
        { "public required decimal A { get; init; }", "0.1234567890123456789m", "public required double A { get; init; }", "DG7001", "0.12345678901234568" },
        { "public required bool A { get; init; }", "true", "public required string A { get; init; }", "DG7001", Unreadable },
        { "public required bool A { get; init; }", "true", "public required int A { get; init; }", "DG7001", Unreadable },
        { "public required string A { get; init; }", "\"x\"", "public required Guid A { get; init; }", "DG7001", Unreadable },
        { "public required string A { get; init; }", "\"xy\"", "public required char A { get; init; }", "DG7001", Unreadable },
        { "public required DateTime A { get; init; }", "new(2012, 7, 4)", "public required DateOnly A { get; init; }", "DG7001", Unreadable },
        { "public required TimeOnly A { get; init; }", "new(1, 2, 3)", "public required TimeSpan A { get; init; }", "DG7001", Unreadable },
        { "public required long A { get; init; }", "long.MaxValue", "public required int A { get; init; }", "DG7001", Unreadable },
        { "public required long A { get; init; }", "long.MaxValue - 1", "public required double A { get; init; }", "DG7001", "9.223372036854776E+18" },
        { "public required double A { get; init; }", "1e40", "public required decimal A { get; init; }", "DG7001", Unreadable },
        { "public required int A { get; init; }", "7", "public required string A { get; init; }", "DG7001", Unreadable },
        { "public required Dictionary<string, int> A { get; init; }", "new() { [\"x\"] = 1 }",
            "public required Dictionary<int, int> A { get; init; }", "DG7001", Unreadable },
        { "public Dictionary<string, int> A { get; init; } = [];", "new() { [\"x\"] = 1 }",
            "public Dictionary<string, string> A { get; init; } = [];", "DG7001", Unreadable },
        { "public HashSet<string> A { get; init; } = [];", "[\"x\"]", "public List<string> A { get; init; } = [];", "DG7001", Unreadable },
        { "public List<int?> A { get; init; } = [];", "[null]", "public List<int> A { get; init; } = [];", "DG7001", Unreadable },
        { "public (int, string) A { get; init; }", "(1, \"x\")", "public (int, int) A { get; init; }", "DG7001", Unreadable },
        { "[EpochSeconds] public DateTimeOffset A { get; init; }", "DateTimeOffset.UnixEpoch.AddSeconds(7)",
            "[EpochMilliseconds] public DateTimeOffset A { get; init; }", "DG7001", "01/01/1970 00:00:00 +00:00" },
        { "public DateTimeOffset A { get; init; }", "DateTimeOffset.UnixEpoch.AddTicks(7)",
            "[IsoMilliseconds] public DateTimeOffset A { get; init; }", "", null },
        { "[IsoMilliseconds] public DateTime A { get; init; }", "DateTime.UnixEpoch.AddTicks(7)",
            "[IsoMilliseconds] public DateTimeOffset A { get; init; }", "DG7003", "01/01/1970 00:00:00 +00:00" },
        { "public required More A { get; init; }", "More.Lost", "public required Status A { get; init; }", "DG7001", Unreadable },
    };

    /// <summary>Enums by number, and converters by their full names.</summary>
    public static TheoryData<string, string, string, string, string?> Codes => new()
    {
        { "[EnumAsNumber] public required Status A { get; init; }", "Status.Shipped",
            "[EnumAsNumber] public required Renamed A { get; init; }", "DG7003", "Sent" },
        { "[EnumAsNumber] public required Status A { get; init; }", "Status.Shipped", "[EnumAsNumber] public required More A { get; init; }", "DG7003", null },
        { "[EnumAsNumber] public required Status A { get; init; }", "Status.Shipped", "public required byte A { get; init; }", "DG7003", "1" },
        { "[EnumAsNumber] public required Status A { get; init; }", "Status.Shipped",
            "[EnumAsNumber] public required Fewer A { get; init; }", "DG7001", Unreadable },
        { "[EnumAsNumber] public required Status A { get; init; }", "Status.Shipped",
            "[EnumAsNumber] public required Renumbered A { get; init; }", "DG7001", "Open" },
        { "public required Status A { get; init; }", "Status.Shipped", "[EnumAsNumber] public required Status A { get; init; }", "DG7001", Unreadable },
        { "public required int A { get; init; }", "7", "[EnumAsNumber] public required Status A { get; init; }", "DG7001", Unreadable },
        { "public required Rights A { get; init; }", "Rights.Read | Rights.Write", "public required MoreRights A { get; init; }", "DG7003", null },
        { "public required Rights A { get; init; }", "Rights.Read | Rights.Write", "public required int A { get; init; }", "DG7003", "3" },
        { "public required Rights A { get; init; }", "(Rights)1024", "public required FewRights A { get; init; }", "DG7001", Unreadable },
        { "public required WideRights A { get; init; }", "WideRights.Own", "public required Rights A { get; init; }", "DG7001", Unreadable },
        { "public required Rights A { get; init; }", "Rights.Read", "public required OtherRights A { get; init; }", "DG7001", "Write" },
        { "public required Rights A { get; init; }", "Rights.Read | Rights.Write",
            "[EnumAsNumber] public required Status A { get; init; }", "DG7001", Unreadable },
        { "public required Rights A { get; init; }", "Rights.Read | Rights.Write",
            "[EnumAsNumber] public required Right A { get; init; }", "DG7001", Unreadable },
        { "[Converter<Hex>] public required int A { get; init; }", "16", "[Converter<Other.Hex>] public required int A { get; init; }", "DG7001", "10" },
        { "[Converter<Hex>] public required int A { get; init; }", "16", "public required string A { get; init; }", "DG7001", "10" },
        { "public int A { get; init; }", "16", "[Converter<Hex>] public int A { get; init; }", "DG7001", Unreadable },
    };

    /// <summary>What an absent attribute means.</summary>
    public static TheoryData<string, string, string, string, string?> Absences => new()
    {
        { "public DateOnly? A { get; init; }", "null", "public DateOnly A { get; init; }", "DG7001", "01/01/0001" },
        { "public int? A { get; init; }", "null", "public int A { get; init; }", "DG7001", "0" },
        { "public int? A { get; init; }", "null", "public int A { get; init; } = 7;", "DG7001", "7" },
        { "public string? A { get; init; }", "null", "public string A { get; init; } = \"\";", "DG7001", "" },
        { "public int A { get; init; } = 1;", Absent, "public int A { get; init; } = 2;", "DG7001", "2" },
        { "public int A { get; init; } = 1;", Absent, "public int A { get; init; }", "DG7001", "0" },
        { "public Status A { get; init; } = Status.Shipped;", Absent, "public Status A { get; init; }", "DG7001", "Open" },
        { "[OmitDefault] public int A { get; init; }", "0", "public int? A { get; init; }", "DG7001", "null" },
        { "[OmitDefault] public int A { get; init; }", "0", "public int A { get; init; } = 3;", "DG7001", "3" },
        { "public int? A { get; init; } = 5;", "null", "public int A { get; init; } = 5;", "DG7001", Unreadable },
        { "public string? A { get; init; }", "null", "public required string A { get; init; }", "DG7001", Unreadable },
        { "public int A { get; init; } = 4;", Absent, "public required int A { get; init; }", "DG7001", Unreadable },
        { "", Absent, "public required string A { get; init; }", "DG7001", Unreadable },
        { "", Absent, "public string? A { get; init; }", "DG7003", "null" },
        { "", Absent, "public int A { get; init; } = 3;", "DG7003", "3" },
        { "public required string A { get; init; }", "\"x\"", "public string? A { get; init; }", "DG7003", null },
        { "public int A { get; init; }", "4", "public int? A { get; init; }", "DG7003", null },
        { "public int? A { get; init; } = 5;", "null", "public int? A { get; init; }", "DG7003", null },
        { "[OmitDefault] public int A { get; init; }", "0", "public int A { get; init; }", "DG7003", null },
        { "public int A { get; init; }", Absent, "public int A { get; init; } = 0;", "", null },
        { "public string A { get; init; } = \"\";", Absent, "public string A { get; init; } = string.Empty;", "", null },
        { "public List<int> A { get; init; } = [];", Absent, "public IReadOnlyList<int> A { get; init; } = new List<int>();", "", null },
        { "public Status A { get; init; }", Absent, "public Status A { get; init; } = Status.Open;", "", null },
    };

    /// <summary>
    /// Where the lock deliberately says less than what happens, since only an item from before the property was declared is read otherwise, and as null:
    /// null says that nothing is known. <c>docs/schema-lock.md</c> says so under its limits.
    /// </summary>
    public static TheoryData<string, string, string> Unsaid => new()
    {
        { "public int A { get; init; }", "public int? A { get; init; }", "0" },
        { "public int? A { get; init; } = 5;", "public int? A { get; init; }", "5" },
        { "public string A { get; init; } = \"\";", "public string? A { get; init; }", "" },
        { "public Status A { get; init; } = Status.Shipped;", "public Status? A { get; init; }", "Shipped" },
    };

    /// <summary>What is named otherwise, or by nothing, and what derived types and nested records hold.</summary>
    public static TheoryData<string, string, string, string, string?> Names => new()
    {
        { "public string? A { get; init; }", "\"x\"", "", "DG7001", Lost },
        { "public string? A { get; init; }", "\"x\"", "public string? B { get; init; }", "DG7001", Lost },
        { "public string? A { get; init; }", "\"x\"", "[AttributeName(\"A\")] public string? B { get; init; }", "", null },
        { "public string? A { get; init; }", "\"x\"",
            "[UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> Rest { get; init; } = [];", "DG7003", null },
        { "[UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Rest { get; init; }", "Rest = new() { [\"A\"] = new() { S = \"x\" } }",
            "", "DG7001", Lost },
        { "", Absent, "[UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Rest { get; init; }", "DG7003", null },
        { "public Open? A { get; init; }", "new(\"x\", new() { [\"Zip\"] = new() { S = \"y\" } })", "public Closed? A { get; init; }", "DG7001", "{City: x}" },
        { "public Address? A { get; init; }", "new(\"x\", \"y\")", "public Open? A { get; init; }", "DG7003", "{City: x, Rest: {Zip: y}}" },
        { "public Address? A { get; init; }", "new(\"x\", \"y\")", "public Village? A { get; init; }", "DG7001", "{City: x}" },
        { "public Address? A { get; init; }", "new(\"x\", \"y\")", "public Town? A { get; init; }", "DG7003", "{City: x, Country: null, Zip: y}" },
        { "public Address? A { get; init; }", "new(\"x\", \"y\")", "public Post? A { get; init; }", "", "{City: x, Code: y}" },
        { "public Address? A { get; init; }", "new(\"x\", \"y\")", "public Parish? A { get; init; }", "DG7001", Unreadable },
        { "public Payment? A { get; init; }", "new Card(\"7\")", "public Means? A { get; init; }", "DG7001", Unreadable },
        { "public Payment? A { get; init; }", "new Bill(\"7\")", "public Transfer? A { get; init; }", "DG7001", Unreadable },
        { "public Transfer? A { get; init; }", "new Cheque(\"7\")", "public Payment? A { get; init; }", "DG7003", null },
    };

    /// <summary>What a version has an upcaster for, and what it has none for.</summary>
    public static TheoryData<string, string, string, string, string?> Versions => new()
    {
        { "public required int A { get; init; }", "7",
            "public required string A { get; init; } [Upcast(from: 1, nameof(A))] private static string Of(int stored) => stored.ToString();", "DG7003", null },
        { "public required int A { get; init; }", "7",
            "public required string A { get; init; } [Upcast(from: 1, nameof(A))] private static string Of(string stored) => stored;", "DG7001", Unreadable },
        { "public string? A { get; init; }", "\"x\"",
            "[AttributeName(\"A\")] public string? C { get; init; } [Upcast(from: 1, nameof(C))] private static string? Of(string? stored) => stored;", "DG7003", null },
        { "public List<int> A { get; init; } = [];", "[7]",
            "public List<string> A { get; init; } = []; [Upcast(from: 1, nameof(A))] private static List<string> Of(List<int> stored) => stored.ConvertAll(one => one.ToString());", "DG7003", null },
        { "public string? A { get; init; }", "\"x\"", "[Upcast(from: 1, nameof(Id))] private static string Same(string stored) => stored;", "DG7001", Lost },
        { "public int? A { get; init; }", "null",
            "public required int A { get; init; } [Upcast(from: 1, nameof(A))] private static int Of(int stored) => stored;", "DG7001", Unreadable },
    };
}
