namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>The types that drawn entities use and that are declared by hand, with what is expected of them.</summary>
internal static class Declared
{
    public const string Source = """
        public enum Colour : short { Red = -1, Green, Blue, Azure = Blue }
        public enum Stage { [EnumName("in \"stock\"\n\\")] InStock, Sold, [EnumName("größe")] Large }
        [Flags] public enum Sides : byte { None, Left = 1, Right = 2 }
        [EnumAsNumber] public enum Level : byte { Low, [EnumName("x")] High = 250 }
        public readonly record struct Code(string Value) : IComparable<Code> { public int CompareTo(Code other) => string.CompareOrdinal(Value, other.Value); }
        public readonly record struct Serial(long Value) : IComparable<Serial> { public int CompareTo(Serial other) => Value.CompareTo(other.Value); }
        public readonly record struct Tagged<T>(Guid Value);
        public readonly record struct Texts(List<string?> Value);
        [Converter<PenceConverter>] public readonly record struct Pence(long Amount) : IComparable<Pence> { public int CompareTo(Pence other) => Amount.CompareTo(other.Amount); }
        public sealed class PenceConverter : DynamoGen.Serialization.IAttributeConverter<Pence, string>
        {
            public static string ToStored(Pence value) => FormattableString.Invariant($"{value.Amount}p");
            public static Pence FromStored(string stored) => new(long.Parse(stored.TrimEnd('p'), System.Globalization.CultureInfo.InvariantCulture));
        }
        public readonly record struct Money(decimal Amount, string Currency) { public string Note { get; init; } = "none"; }
        public record Part(string Name, int Count = 3) { public List<Part> Parts { get; init; } = []; public string? Hint { get; set; } }
        public record Pair<TFirst, TSecond>(TFirst First, TSecond Second);
        public struct Point { [AttributeName("x\"")] public double X { get; set; } public double? Y { get; set; } }
        public sealed class Bag { public HashSet<string> Labels { get; set; } = []; public Dictionary<string, Bag?> Bags { get; set; } = []; }
        public abstract class Stamped { public required string Origin { get; init; } public string Stamp { get; init; } = "new"; public DateTimeOffset? Seen { get; set; } }
        [Polymorphic(Discriminator = "kind"), DerivedType<Card>("card"), DerivedType<GoldCard>("gold \"1\""), DerivedType<Instalments>("instalments")]
        public abstract record Payment { public decimal Amount { get; init; } }
        public record Card(string Number) : Payment;
        public sealed record GoldCard(string Number, int Bonus) : Card(Number);
        public sealed record Instalments(IReadOnlyList<Payment> Parts) : Payment;
        [Polymorphic, DerivedType<Box>("box"), DerivedType<Crate>("crate")] public interface IPackage;
        public sealed class Box : IPackage { public int Weight { get; set; } public Card? Label { get; set; } }
        public readonly record struct Crate(int Height) : IPackage;
        """;

    public static readonly StoredType Decimal = ScalarTable.Scalars.Single(type => type.Name == "decimal");

    public static readonly WrapperType Code = new("Code", ScalarTable.Text);

    public static readonly WrapperType Serial = new("Serial", ScalarTable.Scalars.Single(type => type.Name == "long"));

    public static readonly IReadOnlyList<StoredType> Wrappers =
    [
        Code,
        Serial,
        new ConvertedType("Pence", "Amount", ScalarTable.Scalars.Single(type => type.Name == "long"), amount => FormattableString.Invariant($"{amount}p")),
        new WrapperType("Tagged<Colour>", ScalarTable.Scalars.Single(type => type.Name == "Guid")),
        new WrapperType("Tagged<string>", ScalarTable.Scalars.Single(type => type.Name == "Guid")),
    ];

    public static readonly IReadOnlyList<StoredType> Objects = [.. Types()];

    /// <summary>The properties that an entity has from its base class.</summary>
    public static readonly IReadOnlyList<StoredMember> Stamped =
    [
        Member("Origin", ScalarTable.Text),
        Member("Stamp", ScalarTable.Text),
        Member("Seen", new NullableType(ScalarTable.Scalars.Single(type => type.Name == "DateTimeOffset"))),
    ];

    private static StoredMember[] Card => [Member("Number", ScalarTable.Text), Member("Amount", Decimal)];

    private static IEnumerable<StoredType> Types()
    {
        yield return new ObjectType("Money", Member("Amount", Decimal), Member("Currency", ScalarTable.Text), Member("Note", ScalarTable.Text));
        yield return new RawType();
        yield return new WrapperType("Texts", new ListType("List<{0}>", new NullableType(ScalarTable.Text)));
        var part = new ObjectType("Part");
        part.Members = [Member("Name", ScalarTable.Text), Member("Count", ScalarTable.Int32), Member("Parts", new ListType("List<{0}>", part)),
            Member("Hint", new NullableType(ScalarTable.Text))];
        yield return part;
        var real = ScalarTable.Scalars.Single(type => type.Name == "double");
        yield return new ObjectType("Point", new StoredMember("X", "x\"", real), Member("Y", new NullableType(real)));
        var bag = new ObjectType("Bag");
        bag.Members = [Member("Labels", new SetType("HashSet<{0}>", ScalarTable.Text)),
            Member("Bags", new DictionaryType("Dictionary<{0}, {1}>", ScalarTable.Text, new NullableType(bag)))];
        yield return bag;
        yield return Payment();
        var box = new ObjectType("Box", Member("Weight", ScalarTable.Int32),
            Member("Label", new NullableType(new ObjectType("Card", [.. Card]))))
        { Discriminator = ("_t", "box") };
        yield return new UnionType("IPackage")
        {
            Cases = [box, new ObjectType("Crate", Member("Height", ScalarTable.Int32)) { Discriminator = ("_t", "crate") }],
        };
    }

    private static UnionType Payment()
    {
        var payment = new UnionType("Payment");
        payment.Cases =
        [
            new ObjectType("Card", Card) { Discriminator = ("kind", "card") },
            new ObjectType("GoldCard", [.. Card, Member("Bonus", ScalarTable.Int32)]) { Discriminator = ("kind", "gold \"1\"") },
            new ObjectType("Instalments", Member("Parts", new ListType("IReadOnlyList<{0}>", payment)),
                Member("Amount", Decimal)) { Discriminator = ("kind", "instalments") },
        ];
        return payment;
    }

    private static StoredMember Member(string name, StoredType type) => new(name, name, type);
}
