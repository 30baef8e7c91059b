namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>Further edits as in <see cref="EditTable"/>: of wrappers, of enums and types inside of others, and of what marks a property.</summary>
internal static class MarkEditTable
{
    private const string Absent = EditTable.Absent;
    private const string Unreadable = EditTable.Unreadable;
    private const string Lost = EditTable.Lost;

    public const string Types = """
        public readonly record struct Code(string Value);
        public readonly record struct Sku(Guid Value);
        public readonly record struct Deep(OrderNumber Value);
        public readonly record struct Marked(Status Value);
        public readonly record struct Span(int From, int To);
        public sealed record Counted(int Value);
        public sealed record Parcel(Status State);
        public sealed record Box(Renamed State);
        public sealed record Crate(More State);
        public sealed record Loose(Status? State);
        public sealed record Labelled(string State);
        public sealed record Numbered([property: EnumAsNumber] Status State);
        public sealed record NumberedBox([property: EnumAsNumber] Renamed State);
        public sealed record NumberedChest([property: EnumAsNumber] Renumbered State);
        public sealed record Van(Parcel Load);
        public sealed record Truck(Box Load);
        public sealed record Lorry(Crate Load);
        public sealed record Slack([property: OmitDefault] int Count);
        public sealed record Tight(int Count);
        public sealed record Given { [OmitDefault] public int Count { get; init; } = 0; }
        public sealed record Preset { public int Count { get; init; } = 5; }
        [Polymorphic(Discriminator = "kind"), DerivedType<Cash>("cash"), DerivedType<Voucher>("voucher")] public abstract record Money;
        public sealed record Cash(int Coins) : Money;
        public sealed record Voucher(string Text) : Money;
        [Polymorphic(Discriminator = "kind"), DerivedType<Coins>("cash"), DerivedType<Note>("voucher")] public abstract record Tender;
        public sealed record Coins([property: AttributeName("Coins")] int Number) : Tender;
        public sealed record Note(string Text) : Tender;
        [Polymorphic(Discriminator = "kind"), DerivedType<Gold>("cash"), DerivedType<Paper>("paper")] public abstract record Swapped;
        public sealed record Gold(int Coins) : Swapped;
        public sealed record Paper(string Text) : Swapped;
        [Polymorphic(Discriminator = "kind"), DerivedType<Cents>("cash"), DerivedType<Ticket>("voucher"), DerivedType<Draft>("cheque")] public abstract record Funds;
        public sealed record Cents(int Coins) : Funds;
        public sealed record Ticket(string Text, int? Number) : Funds;
        public sealed record Draft(string Bank) : Funds;
        public sealed record JustCash(int Coins);
        """;

    /// <summary>A value that stands for itself, and the same in a type of its own.</summary>
    public static TheoryData<string, string, string, string, string?> Wrappers => new()
    {
        { "public required string A { get; init; }", "\"x\"", "public required Code A { get; init; }", "", "{Value: x}" },
        { "public required Code A { get; init; }", "new(\"x\")", "public required string A { get; init; }", "", "x" },
        { "public required Guid A { get; init; }", "Guid.Empty", "public required Sku A { get; init; }", "", "{Value: 00000000-0000-0000-0000-000000000000}" },
        { "public required Sku A { get; init; }", "new(Guid.Empty)", "public required Code A { get; init; }", "DG7003",
            "{Value: 00000000-0000-0000-0000-000000000000}" },
        { "public required Code A { get; init; }", "new(\"x\")", "public required Sku A { get; init; }", "DG7001", Unreadable },
        { "public required OrderNumber A { get; init; }", "new(7)", "public required Deep A { get; init; }", "", "{Value: {Value: 7}}" },
        { "public required Deep A { get; init; }", "new(new(7))", "public required long A { get; init; }", "DG7003", "7" },
        { "public required OrderNumber A { get; init; }", "new(7)", "public required Code A { get; init; }", "DG7001", Unreadable },
        { "public required Status A { get; init; }", "Status.Shipped", "public required Marked A { get; init; }", "", "{Value: Shipped}" },
        { "public required Marked A { get; init; }", "new(Status.Shipped)", "public required Renamed A { get; init; }", "DG7001", Unreadable },
        { "public required Marked A { get; init; }", "new(Status.Shipped)", "public required Code A { get; init; }", "DG7003", "{Value: Shipped}" },
        { "public required int A { get; init; }", "7", "public required Counted A { get; init; }", "DG7001", Unreadable },
        { "public required int A { get; init; }", "7", "public required Span A { get; init; }", "DG7001", Unreadable },
        { "public required Counted A { get; init; }", "new(7)", "public required OrderNumber A { get; init; }", "DG7001", Unreadable },
        { "public string? A { get; init; }", "null", "public Code? A { get; init; }", "", null },
        { "public int? A { get; init; }", "null", "public OrderNumber A { get; init; }", "DG7001", "{Value: 0}" },
        { "public int A { get; init; }", Absent, "public OrderNumber A { get; init; }", "", "{Value: 0}" },
        { "public int A { get; init; } = 7;", Absent, "public OrderNumber A { get; init; }", "DG7001", "{Value: 0}" },
        { "public List<string> A { get; init; } = [];", "[\"x\"]", "public List<Code> A { get; init; } = [];", "", "[{Value: x}]" },
        { "public HashSet<Code> A { get; init; } = [];", "[new(\"x\")]", "public HashSet<string> A { get; init; } = [];", "", "[x]" },
        { "public HashSet<int> A { get; init; } = [];", "[7]", "public HashSet<OrderNumber> A { get; init; } = [];", "", "[{Value: 7}]" },
        { "public Dictionary<string, int> A { get; init; } = [];", "new() { [\"x\"] = 7 }",
            "public Dictionary<string, OrderNumber> A { get; init; } = [];", "", "{x: {Value: 7}}" },
    };

    /// <summary>Enums and derived types, inside of what is stored.</summary>
    public static TheoryData<string, string, string, string, string?> Inner => new()
    {
        { "public Parcel? A { get; init; }", "new(Status.Shipped)", "public Box? A { get; init; }", "DG7001", Unreadable },
        { "public Parcel? A { get; init; }", "new(Status.Shipped)", "public Crate? A { get; init; }", "DG7003", null },
        { "public Crate? A { get; init; }", "new(More.Lost)", "public Parcel? A { get; init; }", "DG7001", Unreadable },
        { "public Parcel? A { get; init; }", "new(Status.Shipped)", "public Labelled? A { get; init; }", "DG7003", null },
        { "public Parcel? A { get; init; }", "new(Status.Shipped)", "public Loose? A { get; init; }", "DG7003", null },
        { "public Loose? A { get; init; }", "new((Status?)null)", "public Parcel? A { get; init; }", "DG7001", Unreadable },
        { "public Parcel? A { get; init; }", "new(Status.Shipped)", "public Numbered? A { get; init; }", "DG7001", Unreadable },
        { "public Numbered? A { get; init; }", "new(Status.Shipped)", "public NumberedBox? A { get; init; }", "DG7003", "{State: Sent}" },
        { "public Numbered? A { get; init; }", "new(Status.Shipped)", "public NumberedChest? A { get; init; }", "DG7001", "{State: Open}" },
        { "public List<Parcel> A { get; init; } = [];", "[new(Status.Shipped)]", "public List<Box> A { get; init; } = [];", "DG7001", Unreadable },
        { "public List<Parcel> A { get; init; } = [];", "[new(Status.Shipped)]", "public List<Crate> A { get; init; } = [];", "DG7003", null },
        { "public Dictionary<string, Parcel> A { get; init; } = [];", "new() { [\"x\"] = new(Status.Shipped) }",
            "public Dictionary<string, Box> A { get; init; } = [];", "DG7001", Unreadable },
        { "public Dictionary<Status, int> A { get; init; } = [];", "new() { [Status.Shipped] = 1 }",
            "public Dictionary<Renamed, int> A { get; init; } = [];", "DG7001", Unreadable },
        { "public HashSet<Status> A { get; init; } = [];", "[Status.Shipped]", "public HashSet<Renamed> A { get; init; } = [];", "DG7001", Unreadable },
        { "public HashSet<Status> A { get; init; } = [];", "[Status.Shipped]", "public HashSet<More> A { get; init; } = [];", "DG7003", null },
        { "public (int, Status) A { get; init; }", "(1, Status.Shipped)", "public (int, Renamed) A { get; init; }", "DG7001", Unreadable },
        { "public Van? A { get; init; }", "new(new(Status.Shipped))", "public Truck? A { get; init; }", "DG7001", Unreadable },
        { "public Van? A { get; init; }", "new(new(Status.Shipped))", "public Lorry? A { get; init; }", "DG7003", null },
        { "public Money? A { get; init; }", "new Cash(7)", "public Tender? A { get; init; }", "", "{Number: 7}" },
        { "public Money? A { get; init; }", "new Voucher(\"x\")", "public Swapped? A { get; init; }", "DG7001", Unreadable },
        { "public Money? A { get; init; }", "new Voucher(\"x\")", "public Funds? A { get; init; }", "DG7003", "{Number: null, Text: x}" },
        { "public Funds? A { get; init; }", "new Draft(\"x\")", "public Money? A { get; init; }", "DG7001", Unreadable },
        { "public Money? A { get; init; }", "new Voucher(\"x\")", "public JustCash? A { get; init; }", "DG7001", Unreadable },
        { "public JustCash? A { get; init; }", "new(7)", "public Money? A { get; init; }", "DG7001", Unreadable },
        { "public List<Money> A { get; init; } = [];", "[new Voucher(\"x\")]", "public List<Swapped> A { get; init; } = [];", "DG7001", Unreadable },
        { "public Dictionary<string, Money> A { get; init; } = [];", "new() { [\"x\"] = new Cash(7) }",
            "public Dictionary<string, Funds> A { get; init; } = [];", "DG7003", null },
        { "public Money? A { get; init; }", "new Cash(7)", "public Amazon.DynamoDBv2.Model.AttributeValue? A { get; init; }", "DG7003", "{Coins: 7, kind: cash}" },
    };

    /// <summary>Marks that come and go: what is left out of items, what writes keep by themselves.</summary>
    public static TheoryData<string, string, string, string, string?> Marks => new()
    {
        { "public int A { get; init; }", "0", "[OmitDefault] public int A { get; init; }", "DG7003", null },
        { "public required int A { get; init; }", "0", "[OmitDefault] public int A { get; init; }", "DG7003", null },
        { "public int A { get; init; } = 3;", Absent, "[OmitDefault] public int A { get; init; }", "DG7001", "0" },
        { "[OmitDefault] public int A { get; init; }", "0", "public required int A { get; init; }", "DG7001", Unreadable },
        { "[OmitDefault] public int A { get; init; }", "0", "[OmitDefault] public long A { get; init; }", "DG7003", null },
        { "[OmitDefault] public int A { get; init; }", "0", "[OmitDefault] public OrderNumber A { get; init; }", "", "{Value: 0}" },
        { "[OmitDefault] public bool A { get; init; }", "false", "public bool A { get; init; } = true;", "DG7001", "True" },
        { "[OmitDefault] public bool A { get; init; }", "false", "public bool? A { get; init; }", "DG7001", "null" },
        { "[OmitDefault] public string A { get; init; } = \"\";", "\"\"", "public string? A { get; init; }", "DG7001", "null" },
        { "[OmitDefault] public string A { get; init; } = \"\";", "\"\"", "public string A { get; init; } = \"\";", "DG7003", null },
        { "public string A { get; init; } = \"\";", "\"\"", "[OmitDefault] public string A { get; init; } = \"\";", "DG7003", null },
        { "[OmitDefault] public List<int> A { get; init; } = [];", "[]", "public List<int> A { get; init; } = [];", "DG7003", null },
        { "[OmitDefault] public List<int> A { get; init; } = [];", "[]", "public List<int>? A { get; init; }", "DG7001", "null" },
        { "public HashSet<int> A { get; init; } = [];", "[]", "public HashSet<int>? A { get; init; }", "DG7001", "null" },
        { "public HashSet<int>? A { get; init; }", "null", "public HashSet<int> A { get; init; } = [];", "DG7001", "[]" },
        { "[OmitDefault] public Status A { get; init; }", "Status.Open", "public Status A { get; init; } = Status.Shipped;", "DG7001", "Shipped" },
        { "[OmitDefault] public Status A { get; init; }", "Status.Open", "[OmitDefault] public Renumbered A { get; init; }", "DG7001", "Shipped" },
        { "[OmitDefault] public Status A { get; init; }", "Status.Open", "public Status A { get; init; }", "DG7003", null },
        { "[OmitDefault] public DateOnly A { get; init; }", "default", "[OmitDefault] public DateTime A { get; init; }", "DG7003", "01/01/0001 00:00:00" },
        { "public Slack? A { get; init; }", "new(0)", "public Tight? A { get; init; }", "DG7001", Unreadable },
        { "public Tight? A { get; init; }", "new(0)", "public Slack? A { get; init; }", "DG7003", null },
        { "public Given? A { get; init; }", "new()", "public Preset? A { get; init; }", "DG7001", "{Count: 5}" },
        { "", Absent, "[OptimisticLock] public long A { get; init; }", "DG7003", "0" },
        { "public long A { get; init; }", "7", "[OptimisticLock] public long A { get; init; }", "", null },
        { "public required long A { get; init; }", "0", "[OptimisticLock] public long A { get; init; }", "DG7003", null },
        { "public long A { get; init; }", "0", "[OptimisticLock] public long A { get; init; }", "", null },
        { "public int A { get; init; }", "7", "[OptimisticLock] public long A { get; init; }", "DG7003", null },
        { "public long? A { get; init; }", "null", "[OptimisticLock] public long A { get; init; }", "DG7001", "0" },
        { "public string? A { get; init; }", "\"x\"", "[OptimisticLock] public long A { get; init; }", "DG7001", Unreadable },
        { "", Absent, "[OptimisticLock] public required long A { get; init; }", "DG7001", Unreadable },
        { "[OptimisticLock] public long A { get; init; }", "0", "public long A { get; init; }", "", null },
        { "[OptimisticLock] public long A { get; init; }", "0", "", "DG7001", Lost },
        { "", Absent, "[UpdatedAt] public DateTimeOffset A { get; init; }", "DG7003", "01/01/0001 00:00:00 +00:00" },
        { "", Absent, "[CreatedAt] public DateTimeOffset A { get; init; }", "DG7003", "01/01/0001 00:00:00 +00:00" },
        { "public DateTimeOffset? A { get; init; }", "null", "[CreatedAt] public DateTimeOffset A { get; init; }", "DG7001", "01/01/0001 00:00:00 +00:00" },
        { "[UpdatedAt] public DateTimeOffset A { get; init; }", "default", "[CreatedAt] public DateTimeOffset A { get; init; }", "", null },
        { "[UpdatedAt] public DateTimeOffset A { get; init; }", "default", "", "DG7001", Lost },
        { "[EpochSeconds] public DateTimeOffset A { get; init; }", "DateTimeOffset.UnixEpoch", "public DateTimeOffset A { get; init; }", "DG7001", Unreadable },
    };
}
